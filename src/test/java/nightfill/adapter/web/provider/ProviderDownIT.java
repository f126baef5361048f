package nightfill.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.IdentityProvider;
import nightfill.harness.WebClient;
import nightfill.harness.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is not there, or not what it is said to be, keeps the console from nothing else. */
class ProviderDownIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String DOWN = "/log-in?provider=down";

    @TempDir
    Path root = Path.of("");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private ServedConsole console(Map<String, String> settings) {
        return ServedConsole.over(DATABASE, root, settings, Clock.systemUTC());
    }

    private static String place(WebClient client, String path) {
        return client.get(path).headers().firstValue("Location").orElseThrow();
    }

    @Test
    void a_console_starts_without_it_says_so_and_lets_people_in_as_soon_as_it_is_there() {
        IdentityProvider gone = IdentityProvider.start();
        URI issuer = gone.issuer();
        Map<String, String> settings = gone.settings();
        gone.goAway();
        try (ServedConsole console = console(settings)) {
            WebClient client = console.stranger();
            AuditTrail trail = console.part(AuditTrail.class);
            List<AuditEntry> before = trail.before(Long.MAX_VALUE, 1);
            assertThat(place(client, "/log-in/provider?to=%2Ftrends")).isEqualTo(DOWN + "&to=%2Ftrends");
            assertThat(client.get(DOWN).body())
                    .contains(
                            "Shop ID does not answer as it should, so nobody can log in with it.", "name=\"password\"");
            assertThat(trail.before(Long.MAX_VALUE, 1)).isEqualTo(before);
            assertThat(console.as(Role.OPERATOR).get("/").statusCode()).isEqualTo(200);

            try (IdentityProvider back = IdentityProvider.startAt(issuer)) {
                back.register(console.address());
                back.person("s-2", Map.of("preferred_username", "olga", "groups", "shift"));
                await().atMost(Child.PATIENCE)
                        .until(() -> !place(client, "/log-in/provider").startsWith(DOWN));
                new Passage(client, back).logIn("s-2");
                assertThat(client.get("/").body()).contains("olga (Shop ID)");
            }
        }
    }

    @Test
    void one_that_goes_away_meanwhile_lets_nobody_in() {
        try (IdentityProvider provider = IdentityProvider.start();
                ServedConsole console = console(provider.settings())) {
            provider.register(console.address());
            provider.person("s-2", Map.of("preferred_username", "olga", "groups", "shift"));
            WebClient client = console.stranger();
            Passage passage = new Passage(client, provider);
            String back = passage.back("s-2", passage.begun("/log-in/provider"));
            provider.goAway();

            assertThat(place(client, back)).isEqualTo(DOWN);
            assertThat(client.get("/").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void one_that_calls_itself_something_else_lets_nobody_in() {
        try (IdentityProvider provider = IdentityProvider.start()) {
            Map<String, String> settings = new HashMap<>(provider.settings());
            settings.put("NIGHTFILL_OIDC_ISSUER", provider.issuer() + "/");
            try (ServedConsole console = console(settings)) {
                assertThat(place(console.stranger(), "/log-in/provider")).isEqualTo(DOWN);
            }
        }
    }

    @Test
    void one_that_says_nothing_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                ServedConsole console = console(at(silent))) {
            assertThat(place(console.stranger(), "/log-in/provider")).isEqualTo(DOWN);
        }
    }

    /** Each of whom would hold a thread; everybody else is told at once. */
    @Test
    void only_so_many_wait_for_one_that_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ServedConsole console = console(at(silent))) {
            List<CompletableFuture<String>> places = Stream.generate(console::stranger)
                    .limit(20)
                    .map(client -> CompletableFuture.supplyAsync(
                            () -> place(client, "/log-in/provider"), task -> new Thread(task).start()))
                    .toList();

            assertThat(places.stream().map(CompletableFuture::join))
                    .containsOnly(DOWN, "/log-in?provider=busy")
                    .contains(DOWN, "/log-in?provider=busy");
            assertThat(console.stranger().get("/log-in?provider=busy").body())
                    .contains("Too many log in with 127.0.0.1");
        }
    }

    private static Map<String, String> at(ServerSocket silent) {
        return Map.of(
                "NIGHTFILL_OIDC_ISSUER", "http://127.0.0.1:" + silent.getLocalPort(),
                "NIGHTFILL_OIDC_CLIENT_ID", "nightfill",
                "NIGHTFILL_OIDC_CLIENT_SECRET", "secret",
                "NIGHTFILL_OIDC_ROLE_CLAIM", "groups",
                "NIGHTFILL_OIDC_VIEWERS", "staff");
    }

    @Test
    void whom_the_database_cannot_note_does_not_come_in() throws IOException {
        try (IdentityProvider provider = IdentityProvider.start();
                Wire wire = Wire.to(DATABASE.url());
                ServedConsole console = ServedConsole.over(
                        new ConnectionSettings(wire.url(), DATABASE.user(), DATABASE.password()),
                        root,
                        provider.settings())) {
            provider.register(console.address());
            provider.person("s-2", Map.of("preferred_username", "olga", "groups", "shift"));
            WebClient client = console.stranger();
            Passage passage = new Passage(client, provider);
            String back = passage.back("s-2", passage.begun("/log-in/provider?to=%2Ftrends"));
            lose(wire);

            assertThat(place(client, back)).isEqualTo("/log-in?gone&to=%2Ftrends");
            assertThat(client.get("/").statusCode()).isEqualTo(302);
        }
    }

    private static void lose(Wire wire) throws IOException {
        wire.close();
    }

    @Test
    void a_console_without_one_has_nothing_of_it() {
        try (ServedConsole console = ServedConsole.over(DATABASE, root)) {
            WebClient client = console.stranger();
            assertThat(client.get("/log-in?provider=role").body()).doesNotContain("Log in with", "gives you no role");
            assertThat(place(client, "/log-in/provider")).isEqualTo("/log-in?to=%2Flog-in%2Fprovider");
            assertThat(console.as(Role.VIEWER).get("/log-in/provider/back").statusCode())
                    .isEqualTo(404);
        }
    }
}
