package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.HOME;
import static nightfill.application.access.Door.PASSWORD;
import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.application.access.Credentials.Keys;
import nightfill.application.access.LogIn.LoggedIn;
import nightfill.application.access.LogIn.Refused;
import nightfill.application.access.OwnAccount.Person;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private static final String OTHER = "down by the river";
    private static final Person PERSON = new Person(ANN, HOME);

    private final Door door = new Door();
    private final Completed ann = door.complete(ANN, Role.OPERATOR);

    private Keys keys() {
        return door.accounts.find(ANN).flatMap(Account::keys).orElseThrow();
    }

    @Test
    void a_new_password_takes_the_place_of_the_former() {
        Account changed = door.own.changePassword(PERSON, PASSWORD, OTHER);

        assertThat(changed.version()).isEqualTo(ann.account().version() + 1);
        assertThat(door.logIn("ann", PASSWORD, door.nextCode(ANN))).isInstanceOf(Refused.class);
        assertThat(door.logIn("ann", OTHER, door.nextCode(ANN))).isInstanceOf(LoggedIn.class);
        assertThat(keys().recovery()).hasSize(10);
    }

    @Test
    void whoever_does_not_know_the_former_password_changes_none_and_waits() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(refused(() -> door.own.changePassword(PERSON, "a wrong password", OTHER))
                            .what())
                    .isEqualTo("the current password is wrong");
        }
        int before = door.hash.asked;
        refused(() -> door.own.changePassword(PERSON, PASSWORD, OTHER));
        assertThat(door.hash.asked).isEqualTo(before);

        door.clock.advance(Duration.ofSeconds(30));
        door.own.changePassword(PERSON, PASSWORD, OTHER);
    }

    @Test
    void a_weak_password_is_refused() {
        assertThat(refused(() -> door.own.changePassword(PERSON, PASSWORD, "short"))
                        .what())
                .contains("fewer than 12");
        assertThat(refused(() -> door.own.changePassword(PERSON, PASSWORD, "password1234"))
                        .what())
                .isEqualTo("many people have this password");
        assertThat(door.version(ANN)).isEqualTo(ann.account().version());
    }

    @Test
    void a_new_factor_takes_the_place_of_the_former_with_new_recovery_codes() {
        Totp factor = door.keys.newFactor();
        String former = door.nextCode(ANN);
        String code = door.codeOf(factor);
        Completed changed = door.own.enrolFactor(ANN, factor, code);

        assertThat(changed.account().version()).isEqualTo(ann.account().version() + 1);
        assertThat(keys().recovery()).isEqualTo(changed.recovery().hashes());
        assertThat(door.logIn("ann", PASSWORD, former)).isInstanceOf(Refused.class);
        assertThat(door.logIn("ann", PASSWORD, code)).as("used to confirm").isInstanceOf(Refused.class);
        door.clock.advance(Duration.ofSeconds(30));
        assertThat(door.logIn("ann", PASSWORD, ann.recovery().codes().get(0).shown()))
                .isInstanceOf(Refused.class);
        door.clock.advance(Duration.ofSeconds(30));
        assertThat(door.logIn("ann", PASSWORD, door.codeOf(factor))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void a_factor_that_is_not_confirmed_changes_nothing() {
        Totp factor = door.keys.newFactor();
        assertThat(refused(() -> door.own.enrolFactor(ANN, factor, door.code(ANN)))
                        .what())
                .startsWith("the six digits are not those");
        assertThat(door.accounts.find(ANN)).contains(ann.account());
    }

    @Test
    void new_recovery_codes_make_the_former_ones_void() {
        Completed changed = door.own.renewRecovery(ANN);

        assertThat(changed.recovery().hashes())
                .hasSize(10)
                .doesNotContainAnyElementsOf(ann.recovery().hashes());
        assertThat(keys().recovery()).isEqualTo(changed.recovery().hashes());
        assertThat(keys().factor()).isEqualTo(ann.account().keys().orElseThrow().factor());
        assertThat(changed.account().version()).isEqualTo(ann.account().version() + 1);
    }

    @Test
    void what_an_admin_took_meanwhile_is_not_changed() {
        door.manage.disable(ANN);
        assertThat(refused(() -> door.own.renewRecovery(ANN)).what())
                .isEqualTo("the account was disabled or reset meanwhile");
        door.manage.enable(ANN);
        door.manage.reset(ANN);
        refused(() -> door.own.changePassword(PERSON, PASSWORD, OTHER));
    }
}
