package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {

    private static final String TEXT = "nightfill_AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT";

    private static TokenSecret secret() {
        byte[] random = new byte[TokenSecret.BYTES];
        for (byte place = 0; place < random.length; place++) {
            random[place] = place;
        }
        return TokenSecret.of(random);
    }

    @Test
    void it_says_what_it_is_and_has_160_bits() {
        assertThat(secret().text()).isEqualTo(TEXT);
        assertThat(TokenSecret.parse(TEXT)).hasValue(secret());
    }

    @Test
    void nothing_shows_it_by_mistake() {
        assertThat(secret()).hasToString("a token");
        assertThat(secret().hash()).hasSize(64).doesNotContain("AAAQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nightfill_",
                "nightfill_AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQ",
                "nightfill_AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTA",
                "nightfill_aaaqeayeaudaocajbifqydiob4ibceqt",
                "nightfill-AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT",
                "AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQTAAAQEAYEAU",
                "nightfill_AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQ1"
            })
    void anything_else_is_none(String text) {
        assertThat(TokenSecret.parse(text)).isEmpty();
    }
}
