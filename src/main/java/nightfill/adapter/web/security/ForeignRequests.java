package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser says that another site had it send, and what can have no form's token, as it has no session; all
 * else still needs the token.
 */
public final class ForeignRequests extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Refusals refusals;

    ForeignRequests(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (isReading(request)) {
            chain.doFilter(request, response);
        } else if (site != null && !OWN.contains(site)) {
            refusals.handle(request, response, new Foreign());
        } else if (request.getSession(false) == null) {
            refusals.handle(request, response, new CsrfException("no session"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether it can change nothing. */
    public static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** What another site had a browser send. */
    static final class Foreign extends AccessDeniedException {

        private Foreign() {
            super("another site sent this");
        }
    }
}
