package nightfill.harness;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/**
 * An identity provider in this virtual machine: Spring's authorization server with people, their claims, and one client, which
 * is a console. It is another site than the console to a browser: {@code localhost}, rather than {@code 127.0.0.1}.
 */
public final class IdentityProvider implements AutoCloseable, RegisteredClientRepository, UserDetailsService {

    public static final String NAME = "Shop ID";
    public static final String SECRET = "between the two of us";
    public static final String PASSWORD = "as the provider knows it";

    private static final String CLIENT = "nightfill";

    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Set<String> consoles = new LinkedHashSet<>();
    private final Map<String, Instant> loggedIn = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext context;
    private @Nullable RegisteredClient console;
    private Consumer<JwtClaimsSet.Builder> tampering = claims -> {};
    private boolean signsWithAnotherKey;
    private boolean asksAgain = true;

    private IdentityProvider(int port) {
        context = new SpringApplicationBuilder(IdentityProviderWiring.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(Map.of("server.address", "127.0.0.1", "server.port", port))
                .initializers(started ->
                        ((GenericApplicationContext) started).registerBean(IdentityProvider.class, () -> this))
                .run();
    }

    public static IdentityProvider start() {
        return new IdentityProvider(0);
    }

    /** Where another one was before. */
    public static IdentityProvider startAt(URI issuer) {
        return new IdentityProvider(issuer.getPort());
    }

    /** What it calls itself. */
    public URI issuer() {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The settings of a console that takes its word. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "NIGHTFILL_OIDC_ISSUER", issuer().toString(),
                "NIGHTFILL_OIDC_NAME", NAME,
                "NIGHTFILL_OIDC_CLIENT_ID", CLIENT,
                "NIGHTFILL_OIDC_CLIENT_SECRET", SECRET,
                "NIGHTFILL_OIDC_ROLE_CLAIM", "groups"));
        settings.putAll(Map.of(
                "NIGHTFILL_OIDC_VIEWERS", "staff; canteen",
                "NIGHTFILL_OIDC_OPERATORS", "shift",
                "NIGHTFILL_OIDC_ADMINS", "night-admins"));
        return settings;
    }

    /** Lets it know a console. */
    public void register(URI address) {
        consoles.add(address.resolve("/log-in/provider/back").toString());
        console = RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(known -> known.addAll(consoles))
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /**
     * Somebody whom it knows.
     *
     * @param name the subject of the ID token
     * @param claims what else that says
     */
    public void person(String name, Map<String, Object> claims) {
        people.put(name, Map.copyOf(claims));
    }

    /** Has it say something else in the ID tokens from now on. */
    public void tamper(Consumer<JwtClaimsSet.Builder> how) {
        tampering = how;
    }

    /** Has it sign them with a key that it does not publish. */
    public void signWithAnotherKey(boolean whether) {
        signsWithAnotherKey = whether;
    }

    /** Whether it asks people again who are logged in, where it is told to. */
    public void askAgain(boolean whether) {
        asksAgain = whether;
    }

    boolean asksAgain() {
        return asksAgain;
    }

    boolean signsWithAnotherKey() {
        return signsWithAnotherKey;
    }

    void loggedIn(String name, Instant when) {
        loggedIn.put(name, when);
    }

    void fill(String name, JwtClaimsSet.Builder claims) {
        claims.claim("auth_time", loggedIn.getOrDefault(name, Instant.EPOCH).getEpochSecond());
        people.getOrDefault(name, Map.of()).forEach(claims::claim);
        tampering.accept(claims);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return org.springframework.security.core.userdetails.User.withUsername(name)
                .password("{noop}" + PASSWORD)
                .disabled(!people.containsKey(name))
                .build();
    }

    /** With its secret hashed, once it has shown it. */
    @Override
    public void save(RegisteredClient client) {
        console = client;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return console != null && console.getId().equals(id) ? console : null;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return id.equals(CLIENT) ? console : null;
    }

    /** Answers nobody any more. */
    public void goAway() {
        context.close();
    }

    @Override
    public void close() {
        goAway();
    }
}
