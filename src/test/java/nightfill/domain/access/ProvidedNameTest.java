package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidedNameTest {

    private static Optional<String> named(@Nullable Object... claimed) {
        return ProvidedName.of("Shop ID", Arrays.asList(claimed)).map(ProvidedName::text);
    }

    @Test
    void it_says_who_vouches_for_it() {
        assertThat(named("ann")).hasValue("ann (Shop ID)");
    }

    @Test
    void the_first_that_can_be_kept_counts() {
        assertThat(named(null, 7, "", "Ann Smith", "ann@example.com", "1234")).hasValue("ann@example.com (Shop ID)");
        assertThat(named("auth0|5f7c-1")).hasValue("auth0|5f7c-1 (Shop ID)");
        assertThat(named()).isEmpty();
    }

    /** Whatever the provider says: an account's name has no blank, and no bracket. */
    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann@example.com", "a.b_c-d"})
    void it_is_no_name_of_an_account(String claimed) {
        assertThat(AccountName.parse(named(claimed).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann (Shop ID)",
                "ann)",
                "ann\nbob",
                "ann\u0000",
                "ann\u202e",
                "ann\u3164",
                "\u115f\u1160\uffa0",
                "\ud800",
                "<ann>",
                "ann, in the console"
            })
    void what_would_pass_for_something_else_is_no_name(String claimed) {
        assertThat(named(claimed)).isEmpty();
    }

    @Test
    void it_is_bounded_by_code_points_and_composed() {
        assertThat(named("𝒶".repeat(64))).hasValue("𝒶".repeat(64) + " (Shop ID)");
        assertThat(named("a".repeat(65))).isEmpty();
        assertThat(named("u\u0308")).hasValue("\u00fc (Shop ID)");
    }
}
