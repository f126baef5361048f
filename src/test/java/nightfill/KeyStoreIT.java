package nightfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLParameters;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.adapter.secret.ServerKey;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.MadeKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A console that speaks TLS itself. */
class KeyStoreIT {

    private final Instant now = Instant.now();

    @TempDir
    private static Path place;

    private static MadeKeys keys = new MadeKeys(Path.of(""), "");

    @BeforeAll
    static void make() throws Exception {
        keys = MadeKeys.in(place);
    }

    private static ServerKey read(Instant now) {
        return ServerKey.read(keys.file(), keys.password(), now);
    }

    @Test
    void it_answers_by_tls_alone_and_tells_browsers_to_keep_to_it() throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, place, read(now))) {
            assertThat(console.address()).hasScheme("https");
            for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
                HttpResponse<String> answer = get(console.address(), protocol);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().allValues("Strict-Transport-Security"))
                        .containsExactly("max-age=31536000");
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .singleElement()
                        .asString()
                        .startsWith("__Host-nightfill=");
            }
            URI plain = URI.create(console.address().toString().replace("https:", "http:"));
            assertThat(get(plain, "TLSv1.3").statusCode()).isEqualTo(400);
        }
    }

    private static HttpResponse<String> get(URI console, String protocol) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(keys.believing())
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        return client.send(HttpRequest.newBuilder(console.resolve("log-in")).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open sesam"})
    void a_wrong_password_is_refused(String password) {
        assertRefused(keys.file(), password, now, "does not open with the password given");
    }

    @Test
    void what_is_no_key_store_is_refused() throws Exception {
        assertRefused(place.resolve("none.p12"), "x", now, "is not there");
        assertRefused(Files.writeString(place.resolve("text.p12"), "hello"), "x", now, "is not a PKCS#12 file");
        assertRefused(Files.createDirectory(place.resolve("directory")), "x", now, "is not a PKCS#12 file");
    }

    @Test
    void one_without_a_key_is_refused() throws Exception {
        Path empty = place.resolve("empty.p12");
        KeyStore nothing = KeyStore.getInstance("PKCS12");
        nothing.load(null, null);
        try (OutputStream out = Files.newOutputStream(empty)) {
            nothing.store(out, "x".toCharArray());
        }
        assertRefused(empty, "x", now, "has no key with a certificate");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void a_certificate_that_does_not_hold_yet_or_any_more_is_refused(int days) {
        assertRefused(
                keys.file(),
                keys.password(),
                now.plus(Duration.ofDays(days)),
                "has a certificate that does not hold now");
    }

    @Test
    void one_that_ends_soon_is_pointed_out() {
        ServerKey key = read(now);
        assertThat(key.warning(now))
                .hasValueSatisfying(
                        warning -> assertThat(warning).startsWith("the certificate in " + keys.file() + " ends on 20"));
        assertThat(key.warning(now.minus(Duration.ofDays(5)))).isEmpty();
    }

    private static void assertRefused(Path file, String password, Instant now, String what) {
        assertThatThrownBy(() -> ServerKey.read(file, password, now)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
            assertThat(problem.what()).startsWith("the key store " + file + " " + what);
            assertThat(problem.remedies()).hasSize(1);
        });
    }
}
