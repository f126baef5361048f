package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "ann", "Ann.O_Neil-2@example.com", "Jürgen", "анна", "直子", "𠮷田"})
    void letters_digits_and_a_few_signs_make_a_name(String text) {
        assertThat(AccountName.parse(text)).map(AccountName::text).contains(text);
        assertThat(new AccountName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "-ann",
                "@ann",
                "_",
                "ann b",
                "ann\n",
                "a/b",
                "a\\b",
                "a:b",
                "<b>",
                "a'b",
                "a\0",
                "a\u202Eb"
            })
    void nothing_else_does(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "-ann", "ann b", "a\nb", "a\rb", "a/b", "<b>", "a\0b", "a\u202Eb", "a\u0007"})
    void what_is_no_name_is_not_parsed(String text) {
        assertThat(AccountName.parse(text)).isEmpty();
    }

    @Test
    void a_name_has_at_most_64_characters() {
        assertThat(AccountName.parse("a".repeat(64))).isPresent();
        assertThat(AccountName.parse("𠮷".repeat(64))).isPresent();
        assertThat(AccountName.parse("a".repeat(65))).isEmpty();
    }

    @Test
    void blanks_around_a_name_that_was_typed_are_not_meant() {
        assertThat(AccountName.parse(" ann ")).contains(new AccountName("ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANN.ÄRGER", "Ann.Ärger", "ann.a\u0308rger"})
    void all_spellings_of_a_name_are_equal(String text) {
        AccountName name = AccountName.parse(text).orElseThrow();
        AccountName other = new AccountName("ann.ärger");

        assertThat(name).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
        assertThat(name.folded()).isEqualTo("ann.ärger");
    }

    @Test
    void other_names_are_not() {
        assertThat(new AccountName("ann")).isNotEqualTo(new AccountName("anna")).isLessThan(new AccountName("Bob"));
        assertThat(new AccountName("ann")).isNotEqualTo("ann");
        assertThat(new AccountName("a")).isNotEqualTo(new AccountName("а"));
    }

    @Test
    void a_name_folds_alike_in_all_languages() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(new AccountName("IRIS")).isEqualTo(new AccountName("iris"));
            assertThat(AccountName.parse("WEISS")).isEqualTo(Optional.of(new AccountName("weiß")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_name_is_composed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountName("a\u0308"));
        assertThat(AccountName.parse("a\u0308")).map(AccountName::text).contains("ä");
    }
}
