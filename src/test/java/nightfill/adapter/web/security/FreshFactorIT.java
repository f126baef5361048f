package nightfill.adapter.web.security;

import static nightfill.application.access.Door.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import nightfill.application.access.Account;
import nightfill.application.access.Door;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** What cannot be undone needs a factor that was shown of late. */
class FreshFactorIT {

    private final Door door = new Door();
    private final FreshFactor factor = new FreshFactor(door.logIn, door.trail, door.clock);
    private final Account account = door.complete(ANN, Role.ADMIN).account();
    private final Visitor visitor = Visitor.of(account, door.clock.instant());
    private MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void begin() {
        session = new MockHttpSession();
    }

    @Test
    void logging_in_counts_for_a_quarter_of_an_hour() {
        door.clock.advance(Duration.ofMinutes(15));
        factor.require(request(""));

        door.clock.advance(Duration.ofSeconds(1));
        assertThat(factor.isFresh(request(""))).isFalse();
        assertThatThrownBy(() -> factor.require(request("")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("needs the code");
    }

    @Test
    void a_code_counts_for_another_quarter_in_its_session_and_once() {
        door.clock.advance(Duration.ofMinutes(20));
        String code = door.code(ANN);
        factor.require(request(code));

        assertThat(factor.isFresh(request(""))).isTrue();
        session = new MockHttpSession();
        assertThatThrownBy(() -> factor.require(request(code))).hasMessageContaining("used already");
        assertThat(factor.isFresh(request(""))).isFalse();
    }

    @Test
    void whoever_guesses_waits_and_is_told_how_long() {
        door.clock.advance(Duration.ofMinutes(20));
        assertThatThrownBy(() -> factor.require(request("000000")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.remedies()).hasToString("[Mend[how=type the next one]]"));
        assertThatThrownBy(() -> factor.require(request("000000")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.remedies())
                                .hasToString("[Mend[how=wait 1 s, then type the next one]]"));
        assertThat(door.log.entries()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.request().actor().name()).isEqualTo("Ann");
            assertThat(entry.outcome().word()).isEqualTo("REFUSED");
        });
    }

    @Test
    void a_request_is_signed_by_account_and_address() {
        assertThat(Signer.of(request(""))).isEqualTo(new Actor(Actor.Kind.CONSOLE, "Ann", "192.0.2.7"));
    }

    private MockHttpServletRequest request(String code) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/act");
        request.setSession(session);
        request.setRemoteAddr("192.0.2.7");
        request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated(visitor, null, List.of()));
        request.setParameter(FreshFactor.FIELD, code);
        return request;
    }
}
