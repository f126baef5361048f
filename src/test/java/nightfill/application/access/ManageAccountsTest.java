package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.BOB;
import static nightfill.application.access.Door.PASSWORD;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.ManageAccounts.Invited;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ManageAccountsTest {

    private final Door door = new Door();
    private final ManageAccounts manage = door.manage;

    private Account account(AccountName name) {
        return door.accounts.find(name).orElseThrow();
    }

    @Test
    void a_new_account_is_invited_for_a_day() {
        Invited invited = manage.add(ANN, Role.OPERATOR);

        assertThat(account(ANN))
                .isEqualTo(new Account(
                        ANN,
                        Role.OPERATOR,
                        true,
                        new Invitation(
                                invited.code().hash(), door.clock.instant().plus(Duration.ofHours(24))),
                        1));
        assertThat(manage.list()).containsExactly(invited.account());
        assertThat(invited.toString())
                .doesNotContain(invited.code().text(), invited.code().hash());
    }

    @Test
    void there_is_one_account_of_a_name() {
        manage.add(ANN, Role.OPERATOR);

        assertThat(said(refused(() -> manage.add(new AccountName("ANN"), Role.ADMIN))))
                .isEqualTo("there is an account Ann already; SHOW_ACCOUNTS");
        assertThat(account(ANN).role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void what_nobody_has_cannot_be_changed() {
        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> manage.reset(ANN),
                () -> manage.changeRole(ANN, Role.ADMIN),
                () -> manage.disable(ANN),
                () -> manage.enable(ANN),
                () -> manage.endSessions(ANN))) {
            assertThat(said(refused(change))).isEqualTo("there is no account Ann; SHOW_ACCOUNTS");
        }
    }

    @Test
    void every_change_ends_the_sessions() {
        door.complete(BOB, Role.ADMIN);
        door.complete(ANN, Role.VIEWER);
        long version = door.version(ANN);

        assertThat(manage.changeRole(ANN, Role.ADMIN).version()).isEqualTo(++version);
        assertThat(manage.disable(ANN).version()).isEqualTo(++version);
        assertThat(manage.enable(ANN).version()).isEqualTo(++version);
        assertThat(manage.endSessions(ANN).version()).isEqualTo(++version);
        assertThat(manage.reset(ANN).account().version()).isEqualTo(++version);
        assertThat(door.version(ANN)).isEqualTo(version);
        assertThat(account(ANN).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void what_is_so_already_changes_nothing() {
        Account ann = manage.add(ANN, Role.VIEWER).account();

        assertThat(manage.changeRole(ANN, Role.VIEWER)).isEqualTo(ann);
        assertThat(manage.enable(ANN)).isEqualTo(ann);
        Account disabled = manage.disable(ANN);
        assertThat(disabled.enabled()).isFalse();
        assertThat(manage.disable(ANN)).isEqualTo(disabled);
    }

    @Test
    void a_reset_takes_the_keys_and_gives_a_code() {
        door.complete(ANN, Role.VIEWER);
        String code = door.nextCode(ANN);

        Invited reset = manage.reset(ANN);

        assertThat(door.logIn("ann", PASSWORD, code)).isInstanceOf(LogIn.Refused.class);
        door.redeem.redeem(reset.code().shown(), door.chosen("another password"));
        assertThat(door.logIn("ann", "another password", door.nextCode(ANN))).isInstanceOf(LogIn.LoggedIn.class);
    }

    @Test
    void the_last_admin_is_neither_disabled_nor_lowered() {
        door.complete(ANN, Role.ADMIN);
        Account ann = account(ANN);
        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> manage.disable(ANN),
                () -> manage.changeRole(ANN, Role.OPERATOR),
                () -> manage.changeRole(ANN, Role.VIEWER))) {
            assertThat(said(refused(change)))
                    .isEqualTo("Ann is the only admin who can log in; let another admin log in first");
        }
        assertThat(account(ANN)).isEqualTo(ann);
        assertThat(manage.endSessions(ANN).isUsableAdmin()).isTrue();
    }

    @Test
    void neither_an_invited_nor_a_disabled_admin_can_log_in() {
        door.complete(ANN, Role.ADMIN);
        manage.add(BOB, Role.ADMIN);
        refused(() -> manage.disable(ANN));
        AccountName cy = new AccountName("cy");
        door.complete(cy, Role.ADMIN);
        manage.disable(cy);
        refused(() -> manage.disable(ANN));

        manage.enable(cy);
        assertThat(manage.disable(ANN).enabled()).isFalse();
        assertThat(manage.disable(BOB).enabled())
                .as("whoever cannot log in yet")
                .isFalse();
        refused(() -> manage.changeRole(cy, Role.VIEWER));
    }

    @Test
    void the_last_admin_may_be_reset_who_has_lost_the_phone() {
        door.complete(ANN, Role.ADMIN);

        assertThat(manage.reset(ANN).account().isUsableAdmin()).isFalse();
    }
}
