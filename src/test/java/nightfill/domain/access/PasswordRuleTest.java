package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nightfill.domain.access.PasswordRule.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final AccountName ANNA = new AccountName("Anna");

    private final PasswordRule rule = new PasswordRule(Set.of("dragon", "qwertyuiop12", "correcthorse"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijkl",
                "twelve chars",
                "            x",
                "дванадесет букви",
                "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
                "123456789013",
                "dragon in a cave"
            })
    void twelve_characters_of_any_kind_will_do(String password) {
        assertThat(rule.weakness(password, ANNA)).isEmpty();
    }

    @Test
    void eleven_do_not() {
        assertThat(rule.weakness("abcdefghijk", ANNA)).contains(Weakness.TOO_SHORT);
        assertThat(rule.weakness("", ANNA)).contains(Weakness.TOO_SHORT);
        assertThat(rule.weakness("𠮷".repeat(11), ANNA)).contains(Weakness.TOO_SHORT);
        assertThat(rule.weakness("a\u0308".repeat(6), ANNA)).contains(Weakness.TOO_SHORT);
    }

    @Test
    void a_password_may_be_far_longer_than_64() {
        assertThat(rule.weakness("x".repeat(65), ANNA)).isEmpty();
        assertThat(rule.weakness("x".repeat(1024), ANNA)).isEmpty();
        assertThat(rule.weakness("x".repeat(1025), ANNA)).contains(Weakness.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwertyuiop12", "QwertyUiop12", "correcthorse", "dragondragon", "DragonDragonDragon"})
    void a_common_one_is_refused_in_any_case_and_again_and_again(String password) {
        assertThat(rule.weakness(password, ANNA)).contains(Weakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna-in-the-rain", "under ANNAs bed", "my NightFill key"})
    void one_with_the_name_of_account_or_product_is_refused(String password) {
        assertThat(rule.weakness(password, ANNA)).contains(Weakness.HAS_NAME);
    }

    @Test
    void a_name_of_three_letters_is_in_many_a_good_password() {
        assertThat(rule.weakness("a banner in the rain", new AccountName("ann")))
                .isEmpty();
        assertThat(rule.weakness("a banner in the rain", new AccountName("bann")))
                .contains(Weakness.HAS_NAME);
    }

    @Test
    void a_password_is_the_same_from_every_keyboard() {
        assertThat(PasswordRule.normal("a\u0308bc")).isEqualTo("äbc");
        assertThat(PasswordRule.normal(" a  b ")).isEqualTo(" a  b ");
    }

    @Test
    void each_weakness_is_said_in_words() {
        assertThat(Weakness.values())
                .extracting(Weakness::what)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(Weakness.TOO_SHORT.what()).contains("12");
        assertThat(Weakness.TOO_LONG.what()).contains("1024");
    }
}
