package nightfill.adapter.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.PasswordRule;
import nightfill.domain.access.PasswordRule.Weakness;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    private static final String LICENCE = "/nightfill/access/common-passwords.LICENSE";

    private final Set<String> common = CommonPasswords.read();

    @Test
    void the_three_thousand_commonest_are_known_and_the_long_ones_after_them() {
        assertThat(common).hasSize(3478).contains("123456", "password", "correct horse battery staple");
        assertThat(common)
                .allMatch(password -> password.equals(password.toLowerCase(Locale.ROOT)))
                .noneMatch(password -> password.isBlank() || !password.equals(password.strip()));
    }

    @Test
    void hundreds_are_long_enough_to_be_chosen_and_none_will_do() {
        PasswordRule rule = new PasswordRule(common);
        AccountName anna = new AccountName("anna");

        assertThat(common)
                .filteredOn(password -> password.length() >= PasswordRule.FEWEST)
                .hasSize(486)
                .allMatch(password -> rule.weakness(password, anna)
                        .filter(Weakness.COMMON::equals)
                        .isPresent());
        assertThat(common)
                .allMatch(password -> rule.weakness(password.repeat(12), anna)
                        .filter(Weakness.COMMON::equals)
                        .isPresent());
    }

    @Test
    void the_jar_says_whose_list_it_is() throws IOException {
        try (InputStream licence = Objects.requireNonNull(getClass().getResourceAsStream(LICENCE))) {
            assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("me.gosimple:nbvcxz", "Copyright (c) 2016, Adam Brusselback");
        }
    }
}
