package nightfill.adapter.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.StaticFiles;
import nightfill.application.access.Account;
import nightfill.application.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that nobody has used for half an hour, or that is half a day old, or whose account has changed; what a
 * page asks for by itself is no use.
 */
final class SessionRules extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration WHOLE = Duration.ofHours(12);

    private static final String USED = "used";

    private final Accounts accounts;
    private final InstantSource clock;
    private final Pages pages;

    SessionRules(Accounts accounts, InstantSource clock, Pages pages) {
        this.accounts = accounts;
        this.clock = clock;
        this.pages = pages;
    }

    /** The style and the script are everybody's, and are wanted most where the database is not there to ask. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.PATHS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.getPrincipal() instanceof Visitor visitor) {
            Optional<Boolean> current = isCurrent(visitor);
            if (current.isEmpty()) {
                pages.send(response, HttpStatus.SERVICE_UNAVAILABLE, request, Notice.DATABASE_GONE);
                return;
            }
            keep(session, request, visitor.since(), current.get());
        }
        chain.doFilter(request, response);
    }

    private void keep(HttpSession session, HttpServletRequest request, Instant begun, boolean current) {
        if (!current || isOver(session, begun)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (!Frame.isPoll(request)) {
            session.setAttribute(USED, clock.instant());
        }
    }

    private boolean isOver(HttpSession session, Instant begun) {
        Instant now = clock.instant();
        return now.isAfter(begun.plus(WHOLE))
                || now.isAfter(used(session, begun).plus(IDLE));
    }

    private static Instant used(HttpSession session, Instant begun) {
        @Nullable Object used = session.getAttribute(USED);
        return used instanceof Instant instant && instant.isAfter(begun) ? instant : begun;
    }

    /** Nothing where the database does not say; a session is then neither ended nor let in. */
    private Optional<Boolean> isCurrent(Visitor visitor) {
        try {
            Optional<Account> account = accounts.find(visitor.accountName());
            return Optional.of(account.filter(visitor::isStill).isPresent());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(SessionRules.class).warn("the account of a session cannot be looked up", e);
            return Optional.empty();
        }
    }
}
