package nightfill.application.night;

import static org.assertj.core.api.Assertions.assertThat;

import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.ShrinkLimits.Limit;
import org.junit.jupiter.api.Test;

class ShrinkSettingsTest {

    @Test
    void the_default_limits_are_those_of_the_contract() {
        assertThat(ShrinkSettings.DEFAULT.limits())
                .isEqualTo(new ShrinkLimits(new Limit(25, 100), new Limit(25, 50), new Limit(10, 1000)));
    }

    @Test
    void a_limit_is_a_percentage_and_a_floor() {
        assertThat(new ShrinkSettings("0%,0", "100%,999999999", "07%,1").limits())
                .isEqualTo(new ShrinkLimits(new Limit(0, 0), new Limit(100, 999_999_999), new Limit(7, 1)));
    }
}
