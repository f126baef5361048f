package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.PASSWORD;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.Test;

class RedeemInvitationTest {

    private final Door door = new Door();
    private final String code = door.manage.add(ANN, Role.OPERATOR).code().shown();

    private void assertVoid(String typed) {
        assertThat(door.redeem.invited(typed)).isEmpty();
        assertThat(said(refused(() -> door.redeem.redeem(typed, door.chosen(PASSWORD)))))
                .isEqualTo("the invitation code is wrong, used or expired; ask an admin for another one");
    }

    @Test
    void whoever_has_the_code_chooses_keys() {
        assertThat(door.redeem.invited(code)).map(Account::name).contains(ANN);

        Completed complete = door.redeem.redeem(code, door.chosen(PASSWORD));

        assertThat(complete.account().role()).isEqualTo(Role.OPERATOR);
        assertThat(complete.account().version()).isEqualTo(2);
        assertThat(complete.recovery().codes()).hasSize(10);
        assertThat(door.accounts.find(ANN)).contains(complete.account());
    }

    @Test
    void a_code_counts_once() {
        door.redeem.redeem(code, door.chosen(PASSWORD));
        assertVoid(code);
    }

    @Test
    void a_code_is_valid_for_a_day() {
        door.clock.advance(Duration.ofHours(24).minusNanos(1));
        assertThat(door.redeem.invited(code)).isPresent();
        door.clock.advance(Duration.ofNanos(1));
        assertVoid(code);
    }

    @Test
    void another_code_is_wrong() {
        assertVoid(door.secrets.code().shown());
        assertVoid("");
    }

    @Test
    void a_disabled_account_takes_no_code() {
        door.manage.disable(ANN);
        assertVoid(code);
        door.manage.enable(ANN);
        door.redeem.redeem(code, door.chosen(PASSWORD));
    }

    @Test
    void a_new_code_makes_the_former_one_void() {
        String next = door.manage.reset(ANN).code().shown();
        assertVoid(code);
        door.redeem.redeem(next, door.chosen(PASSWORD));
    }

    @Test
    void what_will_not_do_leaves_the_code_valid() {
        assertThat(refused(() -> door.redeem.redeem(code, door.chosen("short"))).what())
                .contains("fewer than 12");
        door.redeem.redeem(code, door.chosen(PASSWORD));
    }

    @Test
    void the_code_that_proved_the_factor_does_not_log_in() {
        Chosen chosen = door.chosen(PASSWORD);
        door.redeem.redeem(code, chosen);
        assertThat(door.logIn("ann", PASSWORD, chosen.code())).isInstanceOf(LogIn.Refused.class);
    }
}
