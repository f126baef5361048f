package nightfill.adapter.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.StaticFiles;
import nightfill.adapter.web.Wanted;
import nightfill.application.access.Account;
import nightfill.application.sampling.Snapshot;
import nightfill.application.sampling.Unanswered;
import nightfill.domain.access.AccountName;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Ends a session that nobody has used for half an hour, or that is half a day old, or whose account has changed; what a
 * page asks for by itself is no use. While the database does not answer, whoever was let in at its last answer may go on
 * looking, and do nothing.
 */
final class SessionRules extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration WHOLE = Duration.ofHours(12);

    private static final String USED = "used";

    private final KnownAccounts accounts;
    private final InstantSource clock;
    private final Pages pages;

    SessionRules(KnownAccounts accounts, InstantSource clock, Pages pages) {
        this.accounts = accounts;
        this.clock = clock;
        this.pages = pages;
    }

    /** Style, script and icon are everybody's, and are wanted most where the database is not there to ask. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.PATHS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Visitor> visitor = visitor(SecurityContextHolder.getContext());
        if (session != null && visitor.isPresent()) {
            Optional<Snapshot<Map<AccountName, Account>>> known = accounts(request);
            if (known.isEmpty() || (known.get().state() != Snapshot.State.NEW && !ForeignRequests.isReading(request))) {
                pages.send(response, HttpStatus.SERVICE_UNAVAILABLE, request, Notice.DATABASE_GONE);
                return;
            }
            keep(session, request, visitor.get(), known.get());
        }
        chain.doFilter(request, response);
    }

    private static Optional<Visitor> visitor(@Nullable Object context) {
        return Optional.ofNullable(context)
                .map(held -> ((SecurityContext) held).getAuthentication())
                .map(who -> who.getPrincipal() instanceof Visitor visitor ? visitor : null);
    }

    private void keep(
            HttpSession session,
            HttpServletRequest request,
            Visitor visitor,
            Snapshot<Map<AccountName, Account>> known) {
        boolean poll = Frame.isPoll(request);
        boolean current = visitor.isStill(known.value(), poll || known.state() != Snapshot.State.NEW)
                && !isOver(session, visitor.since());
        if (!current) {
            endUnlessChanged(session, request, visitor, known.value());
        } else if (!poll) {
            session.setAttribute(USED, clock.instant());
        }
    }

    /** Waits for a change of the own account that is under way; what a page asks for by itself ends no session. */
    private void endUnlessChanged(
            HttpSession session, HttpServletRequest request, Visitor before, Map<AccountName, Account> known) {
        synchronized (WebUtils.getSessionMutex(session)) {
            boolean there = request.getSession(false) != null;
            Object context = there ? session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) : null;
            boolean changed = visitor(context)
                    .filter(now -> !now.equals(before) && now.isStill(known, true) && !isOver(session, now.since()))
                    .isPresent();
            if (changed) {
                SecurityContextHolder.setContext((SecurityContext) Objects.requireNonNull(context));
                return;
            }
            SecurityContextHolder.clearContext();
            if (there && !Frame.isPoll(request)) {
                session.invalidate();
            }
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

    /** As they are now, for all who look at pages that ask by themselves at once; nothing where the database never said. */
    private Optional<Snapshot<Map<AccountName, Account>>> accounts(HttpServletRequest request) {
        try {
            return Optional.of(accounts.since(Wanted.since(request, clock)));
        } catch (Unanswered e) {
            LoggerFactory.getLogger(SessionRules.class).warn("the accounts cannot be looked up", e);
            return Optional.empty();
        }
    }
}
