package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nightfill.domain.access.Act;
import nightfill.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may ask for what: one row for each page and each act; what has no row is nobody's. */
public final class AccessMatrix implements AuthorizationManager<RequestAuthorizationContext> {

    private static final List<Row> PAGES = List.of(
            Row.open(HttpMethod.GET, "/console.css"),
            Row.open(HttpMethod.GET, "/live.js"),
            Row.open(HttpMethod.GET, "/icon.svg"),
            Row.open(HttpMethod.GET, "/favicon.ico"),
            Row.open(HttpMethod.GET, "/log-in"),
            Row.open(HttpMethod.GET, "/set-up"),
            Row.open(HttpMethod.POST, "/set-up"),
            Row.open(HttpMethod.GET, "/join"),
            Row.open(HttpMethod.POST, "/join"),
            Row.open(HttpMethod.GET, "/actuator/health"),
            Row.open(HttpMethod.GET, "/actuator/health/readiness"),
            Row.open(HttpMethod.GET, "/actuator/health/liveness"),
            Row.of(HttpMethod.GET, "/actuator/prometheus", Role.VIEWER),
            Row.of(HttpMethod.GET, "/", Role.VIEWER),
            Row.of(HttpMethod.GET, "/audit", Role.VIEWER),
            Row.of(HttpMethod.GET, "/start", Role.OPERATOR),
            Row.of(HttpMethod.GET, "/account", Role.VIEWER),
            Row.of(HttpMethod.GET, "/account/{act}", Role.VIEWER),
            Row.of(HttpMethod.POST, "/account/{act}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/accounts", Role.ADMIN),
            Row.of(HttpMethod.GET, "/new-account", Role.ADMIN),
            Row.of(HttpMethod.POST, "/new-account", Role.ADMIN),
            Row.of(HttpMethod.GET, "/accounts/{name}", Role.ADMIN),
            Row.of(HttpMethod.GET, "/accounts/{name}/{act}", Role.ADMIN),
            Row.of(HttpMethod.POST, "/accounts/{name}/{act}", Role.ADMIN),
            Row.of(HttpMethod.GET, "/trends", Role.VIEWER),
            Row.of(HttpMethod.GET, "/find", Role.VIEWER),
            Row.of(HttpMethod.GET, "/order", Role.VIEWER),
            Row.of(HttpMethod.GET, "/batch", Role.VIEWER),
            Row.of(HttpMethod.GET, "/sku", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/rejects", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/refused", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/reports", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/report", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/report/framed", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/files/{name}", Role.VIEWER),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}/attend", Role.OPERATOR),
            Row.of(HttpMethod.POST, "/nights/{date}/{number}/attend", Role.OPERATOR),
            Row.of(HttpMethod.GET, "/nights/{date}/{number}", Role.VIEWER));

    /**
     * Each page and act, and the least role for it; acts before the page of a run, whose path takes in that of an act on a
     * date.
     */
    public static final List<Row> ROWS = Stream.concat(acts(), PAGES.stream()).toList();

    private static Stream<Row> acts() {
        return Stream.concat(
                Stream.of(Act.RESTART, Act.STOP, Act.TAKE_OVER, Act.ABANDON, Act.CORRECT, Act.PUBLISH)
                        .flatMap(act -> rows("/nights/{date}/{number}/", act)),
                Stream.of(
                                Act.RUN,
                                Act.ACCEPT_SAME_FEED,
                                Act.ACCEPT_SHRUNK_FEEDS,
                                Act.ACCEPT_RENUMBERED,
                                Act.RUN_PENDING,
                                Act.RUN_AFTER_RESTORE)
                        .flatMap(act -> rows("/nights/{date}/", act)));
    }

    /** The last part of an act's path. */
    public static String segment(Act act) {
        return act.title().replace(' ', '-');
    }

    /** Whether a role sees the page whose row has the path. */
    public static boolean shows(String path, Role role) {
        return ROWS.stream()
                .anyMatch(
                        row -> row.method().equals(HttpMethod.GET) && row.path().equals(path) && row.isFor(role));
    }

    /** To see what an act would do takes the role that may do it. */
    private static Stream<Row> rows(String of, Act act) {
        String path = of + segment(act);
        return Stream.of(HttpMethod.GET, HttpMethod.POST).map(method -> Row.of(method, path, act.least()));
    }

    /**
     * A page or an act.
     *
     * @param matcher of its paths
     * @param least the lowest role that may; null where no session is asked for
     */
    public record Row(
            HttpMethod method,
            String path,
            RequestMatcher matcher,
            @Nullable Role least) {

        static Row open(HttpMethod method, String path) {
            return of(method, path, null);
        }

        static Row of(HttpMethod method, String path, @Nullable Role least) {
            return new Row(
                    method, path, PathPatternRequestMatcher.withDefaults().matcher(path), least);
        }

        private boolean isFor(HttpServletRequest request) {
            return answers(request.getMethod()) && matcher.matches(request);
        }

        /** Whoever asks for the head of a page alone is answered as if it were the page. */
        private boolean answers(String asked) {
            return method.matches(asked) || (HttpMethod.GET.equals(method) && HttpMethod.HEAD.matches(asked));
        }

        private boolean lets(@Nullable Authentication who) {
            return least == null
                    || (who != null && who.getPrincipal() instanceof Visitor visitor && isFor(visitor.role()));
        }

        private boolean isFor(Role role) {
            return least == null || role.compareTo(least) >= 0;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                row(context.getRequest()).filter(row -> row.lets(who.get())).isPresent());
    }

    /** Nothing, where there is no such page or act at all. */
    Optional<Row> row(HttpServletRequest request) {
        return ROWS.stream().filter(each -> each.isFor(request)).findFirst();
    }
}
