package nightfill;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.provider.Provider;
import nightfill.adapter.web.provider.Provider.Client;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.Role;
import nightfill.domain.access.RoleClaim;

/** What the environment says of a console alone: a night does not look at it, and a wrong value is none of its business. */
record ConsoleSettings(Map<String, String> environment) {

    private static final String ISSUER = "NIGHTFILL_OIDC_ISSUER";
    private static final String NAME = "NIGHTFILL_OIDC_NAME";
    private static final String PREFIX = ISSUER.substring(0, ISSUER.lastIndexOf('_') + 1);
    private static final String SCOPES = "openid profile email";

    private static final Map<String, Role> ROLES = Map.of(
            "NIGHTFILL_OIDC_VIEWERS",
            Role.VIEWER,
            "NIGHTFILL_OIDC_OPERATORS",
            Role.OPERATOR,
            "NIGHTFILL_OIDC_ADMINS",
            Role.ADMIN);

    Optional<String> keyStorePassword() {
        return Optional.ofNullable(environment.get(Listening.PASSWORD));
    }

    /**
     * Who else vouches for people.
     *
     * @throws Problem (usage) when a value is missing or makes no sense, naming variable and value
     */
    Optional<Provider> provider() {
        Optional<String> issuer = value(ISSUER);
        if (issuer.isEmpty()) {
            requireNone();
        }
        return issuer.map(known -> {
            URI address = address(known);
            return new Provider(name(address), known, client(), roles());
        });
    }

    /** Whoever sets one of these wants a provider, and may have spelled its variable otherwise. */
    private void requireNone() {
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && value(name).isPresent())
                .min(Comparator.naturalOrder())
                .ifPresent(name -> {
                    throw Problem.usage(
                            "%s is set, and %s is not".formatted(name, ISSUER),
                            Remedy.mend("set the issuer, or none of " + PREFIX + "…"));
                });
    }

    private static URI address(String issuer) {
        try {
            URI address = new URI(issuer);
            if (address.getUserInfo() != null) {
                // which may be a password
                throw Problem.usage(ISSUER + " names a user, which no issuer does");
            }
            if (Provider.isGuarded(address) && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // no address at all
        }
        throw wrong(
                ISSUER, issuer, "an address such as https://id.example.com/realms/shop, by https unless on this host");
    }

    private String name(URI address) {
        String name = value(NAME).orElse(address.getHost());
        if (value(NAME).isPresent() && !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}")) {
            throw wrong(NAME, name, "a name of 1 to 40 letters, digits, blanks and . _ -");
        }
        return name;
    }

    private Client client() {
        return new Client(
                required("NIGHTFILL_OIDC_CLIENT_ID", "the name by which the provider knows the console"),
                required("NIGHTFILL_OIDC_CLIENT_SECRET", "the secret that it gave the console"),
                scopes());
    }

    /** Without the first it would be another protocol. */
    private List<String> scopes() {
        String[] scopes = value("NIGHTFILL_OIDC_SCOPES").orElse(SCOPES).strip().split(" +");
        return Stream.concat(Stream.of("openid"), Stream.of(scopes)).distinct().toList();
    }

    private RoleClaim roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        // of a value that is named twice, the higher role counts
        ROLES.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> values(entry.getKey()).forEach(value -> roles.put(value, entry.getValue())));
        if (roles.isEmpty()) {
            throw Problem.usage(
                    "none of NIGHTFILL_OIDC_VIEWERS, NIGHTFILL_OIDC_OPERATORS and NIGHTFILL_OIDC_ADMINS is set, so nobody"
                            + " could log in with the provider",
                    Remedy.mend("set one to the values of the claim that give that role, separated by ;"));
        }
        return new RoleClaim(required("NIGHTFILL_OIDC_ROLE_CLAIM", "the claim whose values give roles"), roles);
    }

    private Stream<String> values(String name) {
        return value(name).stream()
                .flatMap(list -> Stream.of(list.split(";")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private String required(String name, String what) {
        return value(name)
                .orElseThrow(() -> Problem.usage(
                        "%s is not set, and %s needs it".formatted(name, ISSUER), Remedy.mend("set it to " + what)));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Problem wrong(String name, String value, String expected) {
        return Problem.usage("%s is %s, which is not %s".formatted(name, value, expected));
    }

    /** Nothing that a log may not show. */
    @Override
    public String toString() {
        return "the settings of a console";
    }
}
