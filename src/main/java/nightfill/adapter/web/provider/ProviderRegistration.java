package nightfill.adapter.web.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import nightfill.adapter.web.security.AtProvider;
import nightfill.domain.words.Visible;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ProviderDetails;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;

/**
 * What the provider says of itself: asked when somebody wants to log in there, not before, so that a console starts without
 * it. What it says, or that it says nothing, counts for two seconds, so that it is asked little however many ask; and only so
 * many wait for it at once, so that a silent one takes no threads from pages.
 */
final class ProviderRegistration implements ClientRegistrationRepository {

    static final String ID = "provider";

    private static final Duration AGE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;
    private static final String METADATA = "/.well-known/openid-configuration";

    private final Provider provider;
    private final RestClient client;
    private final InstantSource clock;
    private final ProviderLog log;
    private @Nullable ClientRegistration known;
    private Instant asked = Instant.MIN;
    private final Semaphore waiting = new Semaphore(AT_ONCE);

    ProviderRegistration(Provider provider, RestClient client, InstantSource clock) {
        this.provider = provider;
        this.client = client;
        this.clock = clock;
        this.log = new ProviderLog(clock);
    }

    /** @throws NotLetIn when it does not answer, or not as a provider does, or too many wait for its answer already */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!waiting.tryAcquire()) {
            throw new NotLetIn(ProviderRefusal.BUSY, "too many log in at once", null);
        }
        try {
            return known();
        } finally {
            waiting.release();
        }
    }

    private synchronized ClientRegistration known() {
        if (clock.instant().isAfter(asked.plus(AGE))) {
            known = answer();
            // from the answer on, however long it took
            asked = clock.instant();
        }
        if (known == null) {
            throw new NotLetIn(ProviderRefusal.DOWN, provider.issuer() + " does not answer as it should", null);
        }
        return known;
    }

    private @Nullable ClientRegistration answer() {
        try {
            return guarded(registration(said()));
        } catch (RuntimeException e) {
            log.say(
                    Level.WARN,
                    "nobody can log in by %s: it cannot be asked what it is".formatted(provider.issuer()),
                    e);
            return null;
        }
    }

    private Map<String, Object> said() {
        Map<String, Object> said = client.get()
                .uri(URI.create(URI.create(provider.issuer().replaceFirst("/$", "") + METADATA)
                        .toASCIIString()))
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        Object issuer = said == null ? null : said.get("issuer");
        if (said == null || !provider.issuer().equals(issuer)) {
            throw new IllegalStateException("the provider calls itself %s, the settings %s"
                    .formatted(Visible.brief(String.valueOf(issuer)), provider.issuer()));
        }
        return said;
    }

    private ClientRegistration registration(Map<String, Object> said) {
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(ID)
                .clientId(provider.client().id())
                .clientSecret(provider.client().secret())
                .scope(provider.client().scopes())
                .redirectUri("{baseUrl}" + AtProvider.BACK)
                .build();
    }

    /** Where secret and code go, and keys come from, is as safe as where this was said. */
    private static ClientRegistration guarded(ClientRegistration said) {
        ProviderDetails places = said.getProviderDetails();
        Stream.of(places.getAuthorizationUri(), places.getTokenUri(), places.getJwkSetUri())
                .map(place -> URI.create(Objects.requireNonNull(place)))
                .filter(place -> !Provider.isGuarded(place))
                .findFirst()
                .ifPresent(place -> {
                    throw new IllegalStateException("the provider names %s, which is not by https".formatted(place));
                });
        return said;
    }
}
