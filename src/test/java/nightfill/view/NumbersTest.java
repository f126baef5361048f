package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void thousands_are_separated() {
        assertThat(Numbers.grouped(0)).isEqualTo("0");
        assertThat(Numbers.grouped(1234567)).isEqualTo("1,234,567");
        assertThat(Numbers.grouped(-1234)).isEqualTo("\u22121,234");
    }

    @Test
    void numbers_are_the_same_in_any_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numbers.grouped(1234)).isEqualTo("1,234");
            assertThat(Numbers.percent(OptionalInt.of(840))).isEqualTo("84.0%");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_control_total_is_grouped_unless_it_is_a_hash() {
        assertThat(Numbers.figure("600572")).isEqualTo("600,572");
        assertThat(Numbers.figure("-5")).isEqualTo("\u22125");
        assertThat(Numbers.figure("346239852398523985239")).isEqualTo("346239852398523985239");
    }

    @Test
    void a_change_has_a_sign() {
        assertThat(Numbers.change(OptionalLong.of(1200), "line")).isEqualTo("+1,200 lines");
        assertThat(Numbers.change(OptionalLong.of(-1), "line")).isEqualTo("\u22121 line");
        assertThat(Numbers.change(OptionalLong.of(0))).isEqualTo("\u00b10");
        assertThat(Numbers.change(OptionalLong.empty())).isEmpty();
    }

    @Test
    void a_rate_changes_by_points() {
        assertThat(Numbers.change(OptionalInt.of(631), OptionalInt.of(578))).isEqualTo("+5.3 points");
        assertThat(Numbers.change(OptionalInt.of(5), OptionalInt.of(10))).isEqualTo("\u22120.5 points");
        assertThat(Numbers.change(OptionalInt.of(5), OptionalInt.empty())).isEmpty();
        assertThat(Numbers.change(OptionalInt.empty(), OptionalInt.of(5))).isEmpty();
    }

    @Test
    void no_rate_is_a_dash() {
        assertThat(Numbers.percent(OptionalInt.empty())).isEqualTo("\u2013");
        assertThat(Numbers.percent(OptionalInt.of(1000))).isEqualTo("100.0%");
        assertThat(Numbers.percent(OptionalInt.of(7))).isEqualTo("0.7%");
    }
}
