package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose request the log is about, while it is. */
class ActorInLogIT {

    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void it_is_whoever_is_logged_in_and_nobody_behind_it() throws ServletException, IOException {
        Visitor anna = new Visitor("anna", Role.VIEWER, 1, Instant.EPOCH);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(anna, ""));
        request();
        SecurityContextHolder.clearContext();
        request();
        assertThat(seen).containsExactly("anna in the console", "null");
        assertThat(MDC.get("actor")).isNull();
    }

    private void request() throws ServletException, IOException {
        new ActorInLog()
                .doFilter(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        (request, response) -> seen.add(String.valueOf(MDC.get("actor"))));
    }
}
