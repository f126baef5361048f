package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nightfill.application.sampling.Snapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page shows around what it is about.
 *
 * @param account whose session it is; null before the log-in
 * @param csrf what each form sends back
 * @param asOf when the database said what is shown; null where it was not asked, or only now
 */
public record Frame(
        String title,
        @Nullable String account,
        List<Place> places,
        @Nullable CsrfToken csrf,
        @Nullable AsOf asOf) {

    private static final String POLL = "Nightfill-Poll";
    private static final List<Place> PLACES = List.of(
            new Place("/", "Nights", false),
            new Place("/trends", "Trends", false),
            new Place("/start", "Start", false),
            new Place("/audit", "Audit", false));

    /** Where the main menu leads. */
    public record Place(String path, String name, boolean here) {

        private Place seenFrom(String path) {
            return new Place(this.path, name, this.path.equals(path));
        }
    }

    /**
     * When the database said what is shown.
     *
     * @param at to the second; null to a page that asks by itself, whose answer is to be alike as long as there is no news
     * @param gone when it gave its last answer; null while it answers
     */
    public record AsOf(
            Instant exactly, @Nullable Moment at, @Nullable Moment gone) {}

    /** The same, showing what the database said then. */
    public Frame asOf(Snapshot<?> snapshot, ZoneId zone) {
        Moment at = Moment.ofSecond(snapshot.at(), zone);
        AsOf shown = new AsOf(snapshot.at(), csrf == null ? null : at, snapshot.gone() ? at : null);
        return new Frame(title, account, places, csrf, shown);
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
                        .map(place -> place.seenFrom(request.getRequestURI()))
                        .toList(),
                isPoll(request) ? null : (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                null);
    }
}
