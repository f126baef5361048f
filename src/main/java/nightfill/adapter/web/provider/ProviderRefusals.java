package nightfill.adapter.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import nightfill.adapter.web.security.AtProvider;
import nightfill.adapter.web.security.WayBack;
import nightfill.application.access.AccessTrail;
import nightfill.domain.access.Actor;
import nightfill.domain.words.Visible;
import org.slf4j.event.Level;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says on the page of the log-in why nobody came in by the provider, and notes it; all else is in the log. */
record ProviderRefusals(Provider provider, AccessTrail trail, ProviderLog log) implements AuthenticationFailureHandler {

    /** What says nothing of anybody. */
    private static final Set<ProviderRefusal> UNNOTED = EnumSet.of(ProviderRefusal.DOWN, ProviderRefusal.BUSY);

    /** What the framework calls a provider that did not answer. */
    private static final String NO_ANSWER = "invalid_token_response";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (BegunLogIns.takenUp(request).isPresent()) {
            // what was not even begun is noted, and has no more to say
            log.say(Level.INFO, "nobody came in by " + provider.issuer(), failure);
        }
        if (failure instanceof AuthenticationServiceException) {
            response.sendRedirect(AtProvider.gone(to(request)));
            return;
        }
        NotLetIn refusal = refusal(request, failure);
        note(request, refusal);
        response.sendRedirect(AtProvider.refused(refusal.why().word(), to(request)));
    }

    /** Where somebody wanted to go who has come back, or who has not even been sent. */
    private static String to(HttpServletRequest request) {
        String begun = ProviderRequests.to(request);
        return begun.isEmpty() ? WayBack.of(request) : begun;
    }

    private static NotLetIn refusal(HttpServletRequest request, AuthenticationException failure) {
        if (failure instanceof NotLetIn known) {
            return known;
        }
        if (failure.getCause() instanceof NotLetIn known) {
            return known;
        }
        String code = failure instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        return new NotLetIn(why(request, code), Visible.brief(code), null);
    }

    private static ProviderRefusal why(HttpServletRequest request, String code) {
        if (BegunLogIns.takenUp(request).isEmpty()) {
            return ProviderRefusal.STALE;
        }
        if (request.getParameter("error") != null) {
            return ProviderRefusal.DENIED;
        }
        return code.equals(NO_ANSWER) ? ProviderRefusal.DOWN : ProviderRefusal.UNPROVEN;
    }

    private void note(HttpServletRequest request, NotLetIn refusal) {
        Actor who = refusal.who();
        if (who != null) {
            trail.refused(who, AccessTrail.LOG_IN, "", String.valueOf(refusal.getMessage()));
        } else if (!UNNOTED.contains(refusal.why())) {
            trail.refusedStranger(
                    AccessTrail.LOG_IN,
                    request.getRemoteAddr(),
                    "%s: %s".formatted(provider.name(), refusal.getMessage()));
        }
    }
}
