package nightfill.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import org.junit.jupiter.api.Test;

/** What everyone who keeps accounts must do. */
public abstract class AccountsContract {

    protected static final AccountName ANN = new AccountName("Ann");
    protected static final AccountName BOB = new AccountName("bob");
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    protected abstract Accounts accounts();

    protected static Account invited(AccountName name, String codeHash) {
        return Account.of(name, Role.OPERATOR, new Invitation(codeHash, Instant.parse("2026-11-22T02:00:00.123456Z")));
    }

    private static Keys keys(String... recovery) {
        return new Keys("{argon2}hash", new Totp("A".repeat(32)), 100, Set.of(recovery));
    }

    @Test
    void there_is_no_account_at_first() {
        assertThat(accounts().list()).isEmpty();
        assertThat(accounts().find(ANN)).isEmpty();
        assertThat(accounts().invited(ONE)).isEmpty();
    }

    @Test
    void an_account_is_found_by_any_spelling_of_its_name() {
        accounts().add(invited(ANN, ONE));
        assertThat(accounts().find(new AccountName("ANN"))).contains(invited(ANN, ONE));
        assertThat(accounts().find(new AccountName("ann")).orElseThrow().name().text())
                .isEqualTo("Ann");
        assertThat(accounts().find(BOB)).isEmpty();
    }

    @Test
    void a_name_is_given_once() {
        accounts().add(invited(ANN, ONE));
        assertThatThrownBy(() -> accounts().add(invited(new AccountName("ANN"), TWO)))
                .isInstanceOf(RuntimeException.class);
        assertThat(accounts().list()).containsExactly(invited(ANN, ONE));
    }

    @Test
    void accounts_are_listed_by_name() {
        accounts().add(invited(BOB, TWO));
        accounts().add(invited(ANN, ONE));
        accounts().add(Account.of(new AccountName("Cy"), Role.ADMIN, keys(ONE, TWO)));
        assertThat(accounts().list()).extracting(Account::name).containsExactly(ANN, BOB, new AccountName("Cy"));
    }

    @Test
    void an_invitation_leads_to_its_account() {
        accounts().add(invited(ANN, ONE));
        accounts().add(invited(BOB, TWO));
        assertThat(accounts().invited(TWO)).contains(invited(BOB, TWO));
        accounts().change(invited(BOB, TWO).with(keys()));
        assertThat(accounts().invited(TWO)).isEmpty();
    }

    @Test
    void all_of_an_account_changes_but_its_name() {
        accounts().add(invited(BOB, TWO));
        accounts().add(invited(ANN, ONE));
        Account changed = invited(ANN, ONE).with(Role.ADMIN).enabled(false).with(keys(ONE, TWO));
        accounts().change(changed);
        assertThat(accounts().find(ANN)).contains(changed);
        assertThat(changed.version()).isEqualTo(4);
        accounts().change(changed.with(keys(ONE)));
        assertThat(accounts().find(ANN)).contains(changed.with(keys(ONE)));
        assertThat(accounts().find(BOB)).contains(invited(BOB, TWO));
    }

    @Test
    void a_version_rises() {
        accounts().add(invited(ANN, ONE));
        Account lowered = new Account(ANN, Role.VIEWER, true, invited(ANN, ONE).credentials(), 1);
        assertThatThrownBy(() -> accounts().change(lowered)).isInstanceOf(RuntimeException.class);
        assertThat(accounts().find(ANN)).contains(invited(ANN, ONE));
    }

    @Test
    void a_step_is_used_once_and_no_earlier_one_after_it() {
        accounts().add(Account.of(ANN, Role.ADMIN, keys()));
        accounts().add(invited(BOB, TWO));
        assertThat(accounts().useStep(ANN, 100)).isFalse();
        assertThat(accounts().useStep(ANN, 102)).isTrue();
        assertThat(accounts().useStep(ANN, 102)).isFalse();
        assertThat(accounts().useStep(ANN, 101)).isFalse();
        assertThat(accounts().useStep(BOB, 103)).isFalse();
        assertThat(accounts().useStep(new AccountName("nobody"), 103)).isFalse();
        Account used = accounts().find(ANN).orElseThrow();
        assertThat(used.keys()).contains(new Keys("{argon2}hash", new Totp("A".repeat(32)), 102, Set.of()));
        assertThat(used.version()).isEqualTo(1);
    }

    @Test
    void a_recovery_code_is_used_once() {
        accounts().add(Account.of(ANN, Role.ADMIN, keys(ONE, TWO)));
        accounts().add(Account.of(BOB, Role.ADMIN, keys(ONE)));
        assertThat(accounts().useRecovery(ANN, ONE)).isTrue();
        assertThat(accounts().useRecovery(ANN, ONE)).isFalse();
        assertThat(accounts().useRecovery(new AccountName("nobody"), ONE)).isFalse();
        assertThat(accounts().find(ANN)).contains(Account.of(ANN, Role.ADMIN, keys(TWO)));
        assertThat(accounts().useRecovery(BOB, ONE)).isTrue();
    }

    @Test
    void work_alone_answers_and_leaves_nothing_where_it_fails() {
        assertThat(accounts().<Integer>alone(() -> {
                    accounts().add(invited(ANN, ONE));
                    return 7;
                }))
                .isEqualTo(7);
        assertThatIllegalStateException()
                .isThrownBy(() -> accounts().alone(() -> {
                    accounts().add(invited(BOB, TWO));
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(accounts().list()).containsExactly(invited(ANN, ONE));
    }
}
