package nightfill.adapter.web.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Allowance;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a provider says of itself, word for word: where that leads, and how much of it is read. */
class ProviderWordsIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String REALM = "/realms/my%20shop";

    @TempDir
    Path root = Path.of("");

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, String> words = new HashMap<>();
    private HttpServer provider;
    private String issuer = "";
    private String codes = "{}";

    ProviderWordsIT() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() {
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + REALM;
        words.putAll(Map.of(
                "issuer", issuer,
                "authorization_endpoint", issuer + "/ask",
                "token_endpoint", issuer + "/codes",
                "jwks_uri", issuer + "/keys"));
        provider.createContext("/", this::answer);
        provider.start();
    }

    @AfterEach
    void end() {
        provider.stop(0);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        asked.add(path);
        byte[] said = (path.endsWith("/codes") ? codes : said()).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, said.length);
        try (exchange) {
            exchange.getResponseBody().write(said);
        }
    }

    private String said() {
        return words.entrySet().stream()
                .map(word -> "\"%s\": \"%s\"".formatted(word.getKey(), word.getValue()))
                .collect(Collectors.joining(
                        ", ",
                        "{",
                        ", \"subject_types_supported\": [\"public\"], \"response_types_supported\": [\"code\"]}"));
    }

    private ServedConsole console() {
        return console(Clock.systemUTC());
    }

    private ServedConsole console(Clock clock) {
        return ServedConsole.over(
                DATABASE,
                root,
                Map.of(
                        "NIGHTFILL_OIDC_ISSUER", issuer,
                        "NIGHTFILL_OIDC_CLIENT_ID", "nightfill",
                        "NIGHTFILL_OIDC_CLIENT_SECRET", "secret",
                        "NIGHTFILL_OIDC_ROLE_CLAIM", "groups",
                        "NIGHTFILL_OIDC_VIEWERS", "staff"),
                clock);
    }

    private static URI place(WebClient client, String path) {
        return Passage.place(client.get(path));
    }

    private static String back(URI there) {
        return "/log-in/provider/back?code=c&state=" + Passage.said(there).get("state");
    }

    @Test
    void its_addresses_are_taken_as_they_are_spelled() {
        try (ServedConsole console = console()) {
            WebClient client = console.stranger();
            URI there = place(client, "/log-in/provider");

            assertThat(there).asString().startsWith(issuer + "/ask?");
            client.get(back(there));
            assertThat(asked).containsOnly(REALM + "/.well-known/openid-configuration", REALM + "/codes");
        }
    }

    /** Else whoever listens there learns the secret of the console, or says who is an admin. */
    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void no_other_place_of_it_is_less_safe_than_its_own(String place) {
        words.put(place, "http://id.example.com/there");
        try (ServedConsole console = console()) {
            assertThat(place(console.stranger(), "/log-in/provider")).hasToString("/log-in?provider=down");
        }
    }

    @Test
    void not_more_of_it_is_read_than_it_may_need_to_say() {
        try (ServedConsole console = console()) {
            WebClient client = console.stranger();
            URI there = place(client, "/log-in/provider");
            codes = "{\"access_token\": \"" + "x".repeat(ShortAnswers.LONGEST) + "\", \"token_type\": \"Bearer\"}";
            assertThat(place(client, back(there))).hasToString("/log-in?provider=down");
        }
        words.put("more", "x".repeat(ShortAnswers.LONGEST));
        try (ServedConsole console = console()) {
            assertThat(place(console.stranger(), "/log-in/provider")).hasToString("/log-in?provider=down");
        }
    }

    /** Which strangers would else fill, until it has nothing more of nights. */
    @Test
    void however_many_do_not_come_in_the_log_grows_only_so_fast() {
        MutableClock clock = new MutableClock();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(ProviderLog.class);
        try (ServedConsole console = console(clock)) {
            logger.addAppender(log);
            WebClient client = console.stranger();
            for (int time = 0; time < Allowance.AT_ONCE + 5; time++) {
                client.get(back(place(client, "/log-in/provider")) + "&error=none");
            }
            assertThat(log.list).hasSize(Allowance.AT_ONCE);

            clock.advance(Allowance.EACH);
            client.get(back(place(client, "/log-in/provider")) + "&error=none");
            assertThat(log.list)
                    .hasSize(Allowance.AT_ONCE + 1)
                    .last()
                    .asString()
                    .endsWith("nobody came in by " + issuer + "; 5 more before this were not logged");
        } finally {
            logger.detachAppender(log);
        }
    }
}
