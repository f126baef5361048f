package nightfill.adapter.web.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nightfill.adapter.web.security.AtProvider;
import nightfill.adapter.web.security.WayBack;
import nightfill.domain.access.FactorFreshness;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What the provider is asked for: a log-in, or another one of somebody who is logged in; remembers where that is to lead. */
final class ProviderRequests implements OAuth2AuthorizationRequestResolver {

    private static final String TO = "to";
    private static final String AGAIN = "again";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    ProviderRequests(ClientRegistrationRepository registrations) {
        requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, AtProvider.PATH);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** The page that somebody wanted who has come back; empty where that is the first one. */
    static String to(HttpServletRequest request) {
        return BegunLogIns.takenUp(request)
                .map(begun -> begun.getAttributes().getOrDefault(TO, "").toString())
                .orElse("");
    }

    /** Whether somebody has come back who was to prove once more who they are. */
    static boolean isAgain(HttpServletRequest request) {
        return BegunLogIns.takenUp(request)
                .filter(begun -> begun.getAttributes().containsKey(AGAIN))
                .isPresent();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getServletPath().equals(AtProvider.PATH) ? resolve(request, ProviderRegistration.ID) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        OAuth2AuthorizationRequest usual = requests.resolve(request, registration);
        if (usual == null) {
            return null;
        }
        OAuth2AuthorizationRequest.Builder asked =
                OAuth2AuthorizationRequest.from(usual).attributes(kept -> kept.put(TO, WayBack.of(request)));
        return (AtProvider.isAgain(request) ? again(asked) : asked).build();
    }

    private static OAuth2AuthorizationRequest.Builder again(OAuth2AuthorizationRequest.Builder asked) {
        return asked.attributes(kept -> kept.put(AGAIN, true))
                .additionalParameters(more -> more.putAll(
                        Map.of("prompt", "login", "max_age", Long.toString(FactorFreshness.LIMIT.toSeconds()))));
    }
}
