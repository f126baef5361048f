package nightfill.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nightfill.domain.access.RoleClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderRefusalTest {

    private static final Provider PROVIDER = new Provider(
            "Shop ID",
            "https://id.example.com",
            new Provider.Client("nightfill", "secret", List.of()),
            new RoleClaim("groups", Map.of()));

    @ParameterizedTest
    @EnumSource
    void each_has_an_address_and_a_line_that_says_what_to_do(ProviderRefusal why) {
        assertThat(ProviderRefusal.of(why.word())).hasValue(why);
        assertThat(why.line(PROVIDER))
                .matches("[A-Z].*[.] .*(gain|Ask|log in).*[.]")
                .doesNotContain("%", "secret");
    }

    @Test
    void an_address_that_somebody_made_up_says_nothing() {
        assertThat(ProviderRefusal.of("")).isEmpty();
        assertThat(ProviderRefusal.of("ROLE")).isEmpty();
    }
}
