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

    /**
     * Each page and act, and the least role for it; acts before the page of a run, whose path takes in that of an act on a
     * date.
     */
    public static final List<Row> ROWS = AccessRows.all();

    /** Whether a path is not one of people's. */
    static boolean isForPrograms(String path) {
        return path.startsWith(AccessRows.API + "/") || path.equals(AccessRows.METRICS);
    }

    /** The last part of an act's path. */
    public static String segment(Act act) {
        return act.title().replace(' ', '-');
    }

    /** The act that a request asks for, whose path is that of one. */
    public static Act act(HttpServletRequest request) {
        String path = request.getServletPath();
        return Stream.of(Act.values())
                .filter(act -> path.endsWith("/" + segment(act)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a role sees the page whose row has the path. */
    public static boolean shows(String path, Role role) {
        return ROWS.stream()
                .anyMatch(
                        row -> row.method().equals(HttpMethod.GET) && row.path().equals(path) && row.isFor(role));
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
                    || (who != null
                            && Stream.of(Role.values())
                                    .filter(this::isFor)
                                    .anyMatch(role -> who.getAuthorities().stream()
                                            .anyMatch(granted -> role.name().equals(granted.getAuthority()))));
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
    public Optional<Row> row(HttpServletRequest request) {
        return ROWS.stream().filter(each -> each.isFor(request)).findFirst();
    }

    /** By which methods the path of a request can be asked for; none where there is nothing. */
    public List<String> methods(HttpServletRequest request) {
        return ROWS.stream()
                .filter(each -> each.matcher().matches(request))
                .map(each -> each.method().name())
                .distinct()
                .toList();
    }
}
