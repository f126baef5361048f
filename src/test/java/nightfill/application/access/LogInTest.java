package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.BOB;
import static nightfill.application.access.Door.ELSEWHERE;
import static nightfill.application.access.Door.HOME;
import static nightfill.application.access.Door.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.application.access.LogIn.Attempt;
import nightfill.application.access.LogIn.LoggedIn;
import nightfill.application.access.LogIn.Outcome;
import nightfill.application.access.LogIn.Refused;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.Throttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogInTest {

    private static final Refused AT_ONCE = new Refused(Duration.ZERO);

    private final Door door = new Door();
    private final Completed ann = door.complete(ANN, Role.ADMIN);

    @Test
    void password_and_factor_let_a_person_in() {
        Outcome outcome = door.logIn("ann", PASSWORD, door.nextCode(ANN));

        assertThat(outcome).isEqualTo(new LoggedIn(ann.account()));
    }

    @Test
    void a_password_counts_as_typed_on_any_keyboard() {
        door.own.changePassword(new OwnAccount.Person(ANN, HOME), PASSWORD, "\u00e4\u00f6\u00fc over the hills");

        assertThat(door.logIn("ann", "a\u0308o\u0308u\u0308 over the hills", door.nextCode(ANN)))
                .isInstanceOf(LoggedIn.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ann, over the hills and fat, true",
        "ann, over the hills and far, false",
        "ann, '', true",
        "bob, over the hills and far, true",
        "'', over the hills and far, true",
        "not a name, over the hills and far, true",
        "cy, over the hills and far, true",
        "dee, over the hills and far, true"
    })
    void whatever_is_wrong_the_answer_and_the_work_are_the_same(String name, String password, boolean rightCode) {
        door.manage.add(new AccountName("cy"), Role.ADMIN);
        door.complete(new AccountName("dee"), Role.VIEWER);
        door.manage.disable(new AccountName("dee"));
        String code = door.nextCode(ANN);
        int before = door.hash.asked;

        Outcome outcome = door.logIn(name, password, rightCode ? code : "000000");

        assertThat(outcome).isEqualTo(AT_ONCE);
        assertThat(door.hash.asked - before).isEqualTo(1);
    }

    @Test
    void a_code_counts_once() {
        String code = door.nextCode(ANN);
        assertThat(door.logIn("ann", PASSWORD, code)).isInstanceOf(LoggedIn.class);
        assertThat(door.logIn("ann", PASSWORD, code)).isInstanceOf(Refused.class);
        assertThat(door.logIn("ann", PASSWORD, door.nextCode(ANN))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void a_wrong_password_uses_no_code_up() {
        String code = door.nextCode(ANN);
        door.logIn("ann", "a wrong password", code);
        door.logIn("ann", "a wrong password", ann.recovery().codes().get(0).shown());

        door.clock.advance(Duration.ofSeconds(1));
        assertThat(door.logIn("ann", PASSWORD, code)).isInstanceOf(LoggedIn.class);
        assertThat(door.accounts.find(ANN).flatMap(Account::keys).orElseThrow().recovery())
                .hasSize(10);
    }

    @Test
    void each_recovery_code_stands_in_for_the_factor_once() {
        for (var code : ann.recovery().codes()) {
            assertThat(door.logIn("ann", PASSWORD, code.shown())).isInstanceOf(LoggedIn.class);
            assertThat(door.logIn("ann", PASSWORD, code.shown())).isInstanceOf(Refused.class);
        }
    }

    @Test
    void another_persons_codes_do_not_count() {
        Completed bob = door.complete(BOB, Role.ADMIN);

        assertThat(door.logIn("ann", PASSWORD, door.nextCode(BOB))).isInstanceOf(Refused.class);
        door.clock.advance(Duration.ofMinutes(1));
        assertThat(door.logIn("ann", PASSWORD, bob.recovery().codes().get(0).shown()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoever_guesses_waits_longer_and_longer() {
        for (long wait : new long[] {0, 1, 2, 4, 8, 16, 30, 30}) {
            assertThat(door.logIn("ann", "a wrong password", "000000"))
                    .isEqualTo(new Refused(Duration.ofSeconds(wait)));
            door.clock.advance(Duration.ofSeconds(wait));
        }
    }

    @Test
    void a_try_that_comes_too_early_is_not_looked_at_and_does_not_count() {
        door.logIn("ann", "a wrong password", "000000");
        door.logIn("ann", "a wrong password", "000000");
        int before = door.hash.asked;
        String code = door.code(ANN);

        assertThat(door.logIn("ann", PASSWORD, code)).isEqualTo(new Refused(Duration.ofSeconds(1)));
        assertThat(door.hash.asked).isEqualTo(before);
        door.clock.advance(Duration.ofSeconds(30));
        assertThat(door.logIn("ann", PASSWORD, door.code(ANN))).isInstanceOf(LoggedIn.class);
    }

    @Test
    void whoever_is_let_in_begins_anew() {
        door.logIn("ann", "a wrong password", "000000");
        door.logIn("ann", "a wrong password", "000000");
        assertThat(door.logIn("ann", PASSWORD, door.nextCode(ANN))).isInstanceOf(LoggedIn.class);

        assertThat(door.logIn("ann", "a wrong password", "000000")).isEqualTo(AT_ONCE);
    }

    @Test
    void a_thousand_wrong_passwords_keep_nobody_out_who_is_elsewhere() {
        int looked = 0;
        for (int guess = 0; guess < 1000; guess++) {
            int before = door.hash.asked;
            Outcome outcome = door.logIn("ann", "wrong password " + guess, "000000");
            looked += door.hash.asked - before;
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.pause()).isLessThanOrEqualTo(Duration.ofSeconds(30)));
            door.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(looked).as("guesses looked at in 1,000 s").isBetween(35, 40);
        assertThat(door.logIn("ann", PASSWORD, door.code(ANN))).as("there").isInstanceOf(Refused.class);
        assertThat(door.logIn.logIn(new Attempt("ann", PASSWORD, door.code(ANN), ELSEWHERE)))
                .as("elsewhere")
                .isInstanceOf(LoggedIn.class);
        assertThat(door.logIn("bob", "a wrong password", "000000"))
                .as("another name")
                .isEqualTo(AT_ONCE);
    }

    @Test
    void a_name_that_nobody_has_waits_as_long() {
        for (long wait : new long[] {0, 1, 2, 4}) {
            assertThat(door.logIn("bob", "a wrong password", "000000"))
                    .isEqualTo(new Refused(Duration.ofSeconds(wait)));
            door.clock.advance(Duration.ofSeconds(wait));
        }
    }

    @Test
    void failures_of_long_ago_are_cleared_away() {
        door.logIn("bob", "a wrong password", "000000");
        String bob = Throttle.key("bob", HOME);
        assertThat(door.failed.of(bob)).isNotEqualTo(Throttle.NONE);

        door.clock.advance(Throttle.MEMORY.plusSeconds(1));
        door.logIn("ann", "a wrong password", "000000");

        assertThat(door.failed.of(bob)).isEqualTo(Throttle.NONE);
    }

    @Test
    void a_password_beyond_all_measure_is_no_work() {
        assertThat(door.logIn("ann", "x".repeat(2049), door.nextCode(ANN))).isEqualTo(AT_ONCE);
        assertThat(door.hash.asked).isZero();
    }

    @Test
    void whoever_is_logged_in_confirms_with_factor_or_recovery_code() {
        String code = door.nextCode(ANN);
        assertThat(door.logIn.confirm(ANN, code, HOME)).isInstanceOf(LoggedIn.class);
        assertThat(door.logIn.confirm(ANN, code, HOME)).isEqualTo(AT_ONCE);
        assertThat(door.logIn.confirm(ANN, ann.recovery().codes().get(3).shown(), HOME))
                .isInstanceOf(LoggedIn.class);
    }

    @Test
    void six_digits_are_not_guessed_by_whoever_is_logged_in() {
        for (long wait : new long[] {0, 1, 2, 4}) {
            assertThat(door.logIn.confirm(ANN, "000000", HOME)).isEqualTo(new Refused(Duration.ofSeconds(wait)));
            door.clock.advance(Duration.ofSeconds(wait));
        }
    }

    @Test
    void nobody_confirms_for_an_account_that_was_reset() {
        String code = door.nextCode(ANN);
        door.manage.reset(ANN);
        assertThat(door.logIn.confirm(ANN, code, HOME)).isInstanceOf(Refused.class);
        assertThat(door.logIn.confirm(BOB, code, HOME)).isInstanceOf(Refused.class);
    }

    @Test
    void an_attempt_is_logged_without_its_secrets() {
        assertThat(new Attempt("ann", PASSWORD, "123456", HOME)).hasToString("an attempt from 192.0.2.1");
    }
}
