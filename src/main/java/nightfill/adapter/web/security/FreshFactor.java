package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.LogIn;
import nightfill.application.access.LogIn.Refused;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.FactorFreshness;
import org.jspecify.annotations.Nullable;

/** Asks for the second factor again, before what cannot be undone, unless this session has shown it of late. */
public record FreshFactor(LogIn logIn, AccessTrail trail, InstantSource clock) {

    /** The form field of the code; the template {@code fresh-factor} has it, for pages whose view has {@code asksFactor}. */
    public static final String FIELD = "factor";

    private static final String SHOWN = "factor shown";

    /** Whether the session has shown the factor of late; logging in counts. */
    public boolean isFresh(HttpServletRequest request) {
        return FactorFreshness.isFresh(shown(request), clock.instant());
    }

    private static Instant shown(HttpServletRequest request) {
        @Nullable Object shown = request.getSession().getAttribute(SHOWN);
        Instant since = Visitor.of(request).since();
        return shown instanceof Instant instant && instant.isAfter(since) ? instant : since;
    }

    /**
     * Takes the code of the form's field, where one is needed.
     *
     * @throws Problem (refused) when it is, and is missing or wrong
     */
    public void require(HttpServletRequest request) {
        if (isFresh(request)) {
            return;
        }
        @Nullable String code = request.getParameter(FIELD);
        if (code == null || code.isBlank()) {
            throw Problem.refused(
                    "this needs the code that your authenticator shows now", Remedy.mend("type it in the form"));
        }
        confirm(request, code);
    }

    private void confirm(HttpServletRequest request, String code) {
        Visitor visitor = Visitor.of(request);
        if (logIn.confirm(visitor.accountName(), code, request.getRemoteAddr()) instanceof Refused refused) {
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
