package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static nightfill.application.access.Door.BOB;
import static nightfill.application.access.Door.PASSWORD;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.domain.access.Role;
import nightfill.domain.access.SecretCode;
import org.junit.jupiter.api.Test;

class SetUpTest {

    private static final String VOID = "the setup code is wrong, used or expired; restart the console for another one";

    private final Door door = new Door();

    private String begun() {
        return door.setUp.begin().orElseThrow().code().shown();
    }

    private void assertVoid(String code) {
        assertThat(said(refused(() -> door.setUp.create(code, BOB, door.chosen(PASSWORD)))))
                .isEqualTo(VOID);
    }

    @Test
    void whoever_has_the_code_becomes_admin_under_a_name_of_their_choice() {
        String code = begun();
        assertThat(door.setUp.isOpen()).isTrue();

        Completed first = door.setUp.create(code, ANN, door.chosen(PASSWORD));

        assertThat(first.account().role()).isEqualTo(Role.ADMIN);
        assertThat(first.recovery().codes()).hasSize(10);
        assertThat(door.accounts.list()).containsExactly(first.account());
        assertThat(door.logIn("ann", PASSWORD, door.nextCode(ANN))).isInstanceOf(LogIn.LoggedIn.class);
    }

    @Test
    void a_code_that_was_used_is_shown_no_longer() {
        SecretCode code = door.setUp.begin().orElseThrow().code();
        door.notice.show(code);
        refused(() -> door.setUp.create(code.shown(), ANN, door.chosen("short")));
        assertThat(door.notice.shown()).contains(code);

        door.setUp.create(code.shown(), ANN, door.chosen(PASSWORD));

        assertThat(door.notice.shown()).isEmpty();
    }

    @Test
    void a_code_counts_once() {
        String code = begun();
        door.setUp.create(code, ANN, door.chosen(PASSWORD));

        assertVoid(code);
        assertThat(door.setUp.isOpen()).isFalse();
        assertThat(door.accounts.list()).extracting(Account::name).containsExactly(ANN);
    }

    @Test
    void a_code_is_valid_for_fifteen_minutes() {
        String code = begun();
        door.clock.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(door.setUp.isOpen()).isTrue();
        door.clock.advance(Duration.ofNanos(1));

        assertThat(door.setUp.isOpen()).isFalse();
        assertVoid(code);
    }

    @Test
    void a_console_that_starts_again_makes_the_former_code_void() {
        String former = begun();
        String code = begun();

        assertVoid(former);
        door.setUp.create(code, ANN, door.chosen(PASSWORD));
    }

    @Test
    void another_code_is_wrong() {
        begun();
        assertVoid(door.secrets.code().shown());
        assertVoid("");
        assertVoid("123456");
    }

    @Test
    void there_is_no_code_where_there_is_an_account() {
        door.manage.add(ANN, Role.VIEWER);

        assertThat(door.setUp.begin()).isEmpty();
        assertThat(door.setUp.isOpen()).isFalse();
    }

    @Test
    void a_code_is_void_as_soon_as_there_is_an_account() {
        String code = begun();
        door.manage.add(ANN, Role.VIEWER);

        assertThat(door.setUp.isOpen()).isFalse();
        assertVoid(code);
    }

    @Test
    void what_will_not_do_leaves_the_code_valid() {
        String code = begun();
        assertThat(said(refused(() -> door.setUp.create(code, ANN, door.chosen("short")))))
                .isEqualTo("the password has fewer than 12 characters; choose another one");
        assertThat(refused(() -> door.setUp.create(code, ANN, door.chosen("Password1234")))
                        .what())
                .isEqualTo("many people have this password");
        Chosen chosen = door.chosen(PASSWORD);
        assertThat(refused(() -> door.setUp.create(code, ANN, new Chosen(PASSWORD, chosen.factor(), "000000")))
                        .what())
                .startsWith("the six digits are not those");
        assertThat(door.accounts.list()).isEmpty();

        door.setUp.create(code, ANN, chosen);
    }

    @Test
    void what_is_kept_and_logged_shows_no_secret() {
        String code = begun();
        Chosen chosen = door.chosen(PASSWORD);
        Completed first = door.setUp.create(code, ANN, chosen);

        assertThat(first.toString() + chosen)
                .doesNotContain(PASSWORD, chosen.factor().secret(), chosen.code())
                .doesNotContain(first.recovery().codes().get(0).text());
        assertThat(first.account().keys().orElseThrow().recovery())
                .isEqualTo(first.recovery().hashes());
    }
}
