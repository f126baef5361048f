package nightfill.adapter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import nightfill.application.sampling.Sampling;

/** How new an answer of the database must be: newer than the request, but for a page that asks by itself. */
public final class Wanted {

    private static final String ARRIVED = Wanted.class.getName();

    private Wanted() {}

    public static Instant since(HttpServletRequest request, InstantSource clock) {
        Instant arrived = arrived(request, clock);
        return Frame.isPoll(request) ? arrived.minus(Sampling.AGE) : arrived;
    }

    /** The same for all that one request wants to know. */
    private static Instant arrived(HttpServletRequest request, InstantSource clock) {
        if (request.getAttribute(ARRIVED) instanceof Instant known) {
            return known;
        }
        Instant now = clock.instant();
        request.setAttribute(ARRIVED, now);
        return now;
    }
}
