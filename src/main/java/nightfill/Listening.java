package nightfill;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.adapter.cli.CommandContext.ConsolePlace;
import nightfill.adapter.secret.ServerKey;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;

/** Where the console listens, and by what key it speaks TLS if it does so itself; in the framework's terms. */
record Listening(ConsolePlace place, Optional<ServerKey> key) {

    /** The variable with the password of the key store. */
    static final String PASSWORD = "NIGHTFILL_KEY_STORE_PASSWORD";

    /** Those of today's that keep what was said secret also from whoever gets the key later. */
    private static final String CIPHERS = String.join(
            ",",
            List.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"));

    /** No redirect repeats the host that a request claims to ask; nobody is waited for who says nothing; forms come by POST alone. */
    private static final Map<String, Object> DEFENCES = Map.of(
            "server.tomcat.use-relative-redirects",
            true,
            "server.tomcat.connection-timeout",
            "10s",
            "server.tomcat.keep-alive-timeout",
            "60s",
            "server.tomcat.max-http-form-post-size",
            "256KB",
            "spring.mvc.formcontent.filter.enabled",
            false);

    /** In plain HTTP. */
    static Listening plainlyAt(ConsolePlace place) {
        return new Listening(place, Optional.empty());
    }

    /**
     * By its key, where it is given one.
     *
     * @throws Problem (usage) or (refused) when that cannot be used
     */
    static Listening at(ConsolePlace place, Optional<String> password, Consumer<String> warnings) {
        return new Listening(place, Optional.ofNullable(place.keyStore()).map(file -> key(file, password, warnings)));
    }

    private static ServerKey key(Path file, Optional<String> password, Consumer<String> warnings) {
        Instant now = Clock.systemUTC().instant();
        ServerKey key = ServerKey.read(
                file,
                password.orElseThrow(
                        () -> Problem.usage(PASSWORD + " is not set, and --key-store needs it", Remedy.mend("set it"))),
                now);
        key.warning(now).ifPresent(warning -> warnings.accept("warning: " + warning));
        return key;
    }

    /**
     * Found out in no time, where a database may take long to open.
     *
     * @throws Problem (refused) when somebody else listens there
     */
    void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(place.address(), place.port()));
        } catch (BindException e) {
            throw taken();
        } catch (IOException e) {
            throw Problem.failed(where() + " cannot be listened on", e);
        }
    }

    Problem taken() {
        return Problem.refused(
                where() + " is taken", Remedy.mend("end what listens there, or name another one with --port"));
    }

    private String where() {
        return "port %d of %s".formatted(place.port(), place.address());
    }

    URI address(String port) {
        return URI.create("%s://%s:%s/".formatted(key.isPresent() ? "https" : "http", place.address(), port));
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.address",
                place.address(),
                "server.port",
                place.port(),
                "server.forward-headers-strategy",
                place.behindProxy() ? "native" : "none",
                "server.servlet.session.cookie.name",
                "__Host-nightfill",
                "server.servlet.session.cookie.path",
                "/",
                "server.servlet.session.cookie.secure",
                true,
                "server.servlet.session.cookie.http-only",
                true,
                "server.servlet.session.cookie.same-site",
                "lax",
                "server.servlet.session.timeout",
                "30m",
                "spring.web.resources.add-mappings",
                false));
        properties.putAll(DEFENCES);
        key.ifPresent(own -> properties.putAll(encrypting(own)));
        return properties;
    }

    private static Map<String, Object> encrypting(ServerKey key) {
        return Map.of(
                "server.ssl.key-store",
                key.file().toUri().toString(),
                "server.ssl.key-store-type",
                "PKCS12",
                "server.ssl.key-store-password",
                key.password(),
                "server.ssl.key-alias",
                key.alias(),
                "server.ssl.enabled-protocols",
                "TLSv1.3,TLSv1.2",
                "server.ssl.ciphers",
                CIPHERS);
    }
}
