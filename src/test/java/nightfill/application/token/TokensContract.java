package nightfill.application.token;

import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nightfill.application.token.ManageTokens.Made;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.Test;

/** What keeps tokens must do, and what is made of it. */
public abstract class TokensContract {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final AccountName SHOP = new AccountName("shop");

    private byte filling;

    protected abstract Tokens tokens();

    private ManageTokens manage() {
        return manage(NOW);
    }

    private ManageTokens manage(Instant now) {
        return new ManageTokens(
                tokens(),
                bytes -> {
                    byte[] random = new byte[bytes];
                    random[0] = ++filling;
                    return random;
                },
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whoever_bears_the_secret_is_known() {
        Made made = manage().make(SHOP, Role.OPERATOR);
        assertThat(made.token()).isEqualTo(new Token(SHOP, Role.OPERATOR, NOW, Optional.empty()));
        assertThat(tokens().bearing(made.secret().hash())).hasValue(made.token());
        assertThat(tokens().bearing("0".repeat(64))).isEmpty();
    }

    @Test
    void they_are_listed_by_client() {
        ManageTokens manage = manage();
        manage.make(new AccountName("till"), Role.VIEWER);
        manage.make(SHOP, Role.OPERATOR);
        assertThat(manage.list()).extracting(token -> token.client().text()).containsExactly("shop", "till");
    }

    @Test
    void a_client_has_one_in_any_spelling() {
        ManageTokens manage = manage();
        Made made = manage.make(SHOP, Role.OPERATOR);
        refused(() -> manage.make(new AccountName("SHOP"), Role.VIEWER));
        manage.revoke(SHOP);
        refused(() -> manage.make(SHOP, Role.OPERATOR));
        assertThat(manage.list()).hasSize(1);
        assertThat(tokens().bearing(made.secret().hash())).isPresent();
    }

    @Test
    void one_that_is_revoked_counts_no_more() {
        ManageTokens manage = manage();
        Made made = manage.make(SHOP, Role.OPERATOR);
        assertThat(made.token().counts()).isTrue();
        manage.revoke(new AccountName("Shop"));
        assertThat(tokens().bearing(made.secret().hash()))
                .hasValue(new Token(SHOP, Role.OPERATOR, NOW, Optional.of(NOW)))
                .hasValueSatisfying(token -> assertThat(token.counts()).isFalse());
        refused(() -> manage.revoke(SHOP));
        refused(() -> manage.revoke(new AccountName("till")));
    }

    @Test
    void it_can_be_revoked_by_whose_clock_is_behind() {
        Made made = manage().make(SHOP, Role.OPERATOR);
        manage(NOW.minusSeconds(1)).revoke(SHOP);
        assertThat(tokens().bearing(made.secret().hash()))
                .hasValue(new Token(SHOP, Role.OPERATOR, NOW, Optional.of(NOW)));
    }
}
