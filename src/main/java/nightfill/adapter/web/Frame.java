package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page shows around what it is about.
 *
 * @param account whose session it is; null before the log-in
 * @param csrf what each form sends back
 */
public record Frame(
        String title,
        @Nullable String account,
        List<Place> places,
        @Nullable CsrfToken csrf) {

    private static final String POLL = "Nightfill-Poll";
    private static final List<Place> PLACES =
            List.of(new Place("/", "Nights", false), new Place("/audit", "Audit", false));

    /** Where the main menu leads. */
    public record Place(String path, String name, boolean here) {

        private Place seenFrom(String path) {
            return new Place(this.path, name, this.path.equals(path));
        }
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
                isPoll(request) ? null : (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }
}
