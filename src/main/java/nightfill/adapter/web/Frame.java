package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.sampling.Snapshot;
import nightfill.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page shows around what it is about.
 *
 * @param account whose session it is; null before the log-in
 * @param flash what came of the acts before that lead here
 * @param csrf what each form sends back
 * @param asOf when the database said what is shown; null where it was not asked, or only now
 */
public record Frame(
        String title,
        @Nullable String account,
        List<Place> places,
        List<Flash> flash,
        @Nullable CsrfToken csrf,
        @Nullable AsOf asOf) {

    private static final String POLL = "Nightfill-Poll";
    private static final List<Place> PLACES = List.of(
            new Place("/", "Nights", Role.VIEWER, false),
            new Place("/trends", "Trends", Role.VIEWER, false),
            new Place("/start", "Start", Role.OPERATOR, false),
            new Place("/audit", "Audit", Role.VIEWER, false),
            new Place("/accounts", "Accounts", Role.ADMIN, false));

    /** Where the main menu leads whoever has the role. */
    public record Place(String path, String name, Role least, boolean here) {

        private Place seenFrom(String path) {
            return new Place(this.path, name, least, this.path.equals(path));
        }
    }

    /**
     * When the database said what is shown.
     *
     * @param at to the second; null to a page that asks by itself, whose answer is to be alike as long as there is no news
     * @param gone when it gave its last answer; null while it answers
     * @param slow when it gave its last answer to this; null unless it takes too long over a newer one
     */
    public record AsOf(
            Instant exactly,
            @Nullable Moment at,
            @Nullable Moment gone,
            @Nullable Moment slow) {

        String database() {
            return gone != null ? "gone" : slow != null ? "slow" : "answers";
        }
    }

    /** The same, showing what the database said then. */
    public Frame asOf(Snapshot<?> snapshot, ZoneId zone) {
        Moment at = Moment.ofSecond(snapshot.at(), zone);
        AsOf shown = new AsOf(
                snapshot.at(), csrf == null ? null : at, snapshot.gone() ? at : null, snapshot.slow() ? at : null);
        return new Frame(title, account, places, flash, csrf, shown);
    }

    /** Whether a page asks for news by itself; the answer is alike as long as there is none. */
    public static boolean isPoll(HttpServletRequest request) {
        return request.getHeader(POLL) != null;
    }

    public static Frame of(HttpServletRequest request, String title) {
        Principal principal = request.getUserPrincipal();
        return new Frame(
                title,
                principal == null ? null : principal.getName(),
                PLACES.stream()
                        .filter(place -> isFor(place.least(), principal))
                        .map(place -> place.seenFrom(request.getRequestURI()))
                        .toList(),
                Flash.take(request),
                isPoll(request) ? null : (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                null);
    }

    private static boolean isFor(Role least, @Nullable Principal principal) {
        List<String> roles = Stream.of(Role.values())
                .filter(role -> role.compareTo(least) >= 0)
                .map(Role::name)
                .toList();
        return principal instanceof Authentication who
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(roles::contains);
    }
}
