package nightfill.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What everyone who keeps a setup code must do. */
public abstract class SetupCodesContract {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    protected abstract SetupCodes codes();

    @Test
    void none_is_valid_at_first() {
        assertThat(codes().isAnyValid(NOW)).isFalse();
        assertThat(codes().isValid("", NOW)).isFalse();
    }

    @Test
    void a_code_is_valid_until_its_time() {
        codes().replace(ONE, NOW.plusSeconds(1));
        assertThat(codes().isValid(ONE, NOW)).isTrue();
        assertThat(codes().isAnyValid(NOW)).isTrue();
        assertThat(codes().isValid(TWO, NOW)).isFalse();
        assertThat(codes().isValid(ONE, NOW.plusSeconds(1))).isFalse();
        assertThat(codes().isAnyValid(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void a_later_code_replaces_it() {
        codes().replace(ONE, NOW.plusSeconds(9));
        codes().replace(TWO, NOW.plusSeconds(1));
        assertThat(codes().isValid(ONE, NOW)).isFalse();
        assertThat(codes().isValid(TWO, NOW)).isTrue();
        assertThat(codes().isAnyValid(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void a_forgotten_code_is_void() {
        codes().replace(ONE, NOW.plusSeconds(1));
        codes().forget();
        assertThat(codes().isValid(ONE, NOW)).isFalse();
        assertThat(codes().isAnyValid(NOW)).isFalse();
        codes().forget();
    }
}
