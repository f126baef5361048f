package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import nightfill.adapter.web.security.Visitor.Provided;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.LogIn;
import nightfill.application.access.LogIn.Refused;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.FactorFreshness;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the second factor again, before what cannot be undone, unless this session has shown it of late; whoever has none
 * here has to log in again where they have one.
 */
public record FreshFactor(LogIn logIn, AccessTrail trail, InstantSource clock) {

    /** The form field of the code; the template {@code fresh-factor} has it, for pages whose view has {@code asksFactor}. */
    public static final String FIELD = "factor";

    private static final String SHOWN = "factor shown";

    /**
     * What a form asks for.
     *
     * @param again where to log in again; null where it has a field for a code
     */
    public record Asked(@Nullable Again again) {}

    /**
     * Another log-in at a provider.
     *
     * @param path leads there, and back to the page of the form
     */
    public record Again(String provider, String path) {}

    /** What the form of a page has to ask for; null where the session has shown it of late. */
    public @Nullable Asked asked(HttpServletRequest request) {
        if (isFresh(request)) {
            return null;
        }
        Provided provided = Visitor.of(request).provided();
        return new Asked(provided == null ? null : new Again(provided.provider(), AtProvider.again(request)));
    }

    /** Whether the session has shown the factor of late; logging in counts. */
    boolean isFresh(HttpServletRequest request) {
        return FactorFreshness.isFresh(shown(request), clock.instant());
    }

    private static Instant shown(HttpServletRequest request) {
        @Nullable Object shown = request.getSession().getAttribute(SHOWN);
        Visitor visitor = Visitor.of(request);
        return shown instanceof Instant instant && instant.isAfter(visitor.since()) ? instant : visitor.proved();
    }

    /**
     * Takes the code of the form's field, where one is needed.
     *
     * @throws Problem (refused) when it is, and is missing or wrong; or when only another log-in will do
     */
    public void require(HttpServletRequest request) {
        if (isFresh(request)) {
            return;
        }
        Provided provided = Visitor.of(request).provided();
        if (provided != null) {
            throw Problem.refused(
                    "this needs that you have logged in at %s of late".formatted(provided.provider()),
                    Remedy.mend("log in there again by the link in the form"));
        }
        @Nullable String code = request.getParameter(FIELD);
        if (code == null || code.isBlank()) {
            throw Problem.refused(
                    "this needs the code that your authenticator shows now", Remedy.mend("type it in the form"));
        }
        confirm(request, code);
    }

    private void confirm(HttpServletRequest request, String code) {
        AccountName name = Visitor.of(request).accountName().orElseThrow();
        if (logIn.confirm(name, code, request.getRemoteAddr()) instanceof Refused refused) {
            trail.refused(Signer.of(request), "show the second factor", "", "the code was wrong");
            throw Problem.refused("the code is wrong, or was used already", Remedy.mend(next(refused)));
        }
        request.getSession().setAttribute(SHOWN, clock.instant());
    }

    private static String next(Refused refused) {
        long seconds = refused.pause().plusMillis(999).toSeconds();
        return seconds == 0 ? "type the next one" : "wait %d s, then type the next one".formatted(seconds);
    }
}
