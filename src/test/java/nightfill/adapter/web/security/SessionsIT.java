package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.ManageAccounts;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, for how long, and what the trail says of it. */
class SessionsIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final MutableClock CLOCK = new MutableClock();

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;
    private static Person ann;

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root, CLOCK);
        assertThat(refusal("admin", "admin", "000000")).isEqualTo("302 /log-in?refused");
        ann = console.person("Ann", Role.VIEWER);
    }

    @AfterAll
    static void close() {
        console.close();
        DATABASE.close();
    }

    private static WebClient logIn() {
        return console.logIn(ann);
    }

    @Test
    void a_log_in_has_another_session_id_and_the_one_before_it_is_worth_nothing() {
        WebClient client = console.stranger();
        client.get("/log-in");
        String before = cookie(client);
        client.logIn("ann", ServedConsole.PASSWORD, ann.recoveryCode());

        assertThat(cookie(client)).isNotEqualTo(before);
        assertThat(client.get("/").statusCode()).isEqualTo(200);
        assertThat(with(before)).isEqualTo(302);
    }

    @Test
    void whoever_logs_out_is_gone_and_nothing_was_kept_for_the_way_back() {
        WebClient client = logIn();
        String cookie = cookie(client);
        assertThat(client.get("/").headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(client.post("/log-out", Map.of()).statusCode()).isEqualTo(302);

        assertThat(with(cookie)).isEqualTo(302);
        assertThat(console.newest(2))
                .containsExactly("Ann in the console: log out DONE ", "Ann in the console: log in DONE ");
    }

    @Test
    void a_session_that_nobody_uses_ends_after_half_an_hour_whatever_its_page_asks_for() {
        WebClient client = logIn();
        for (int minute = 0; minute < 30; minute++) {
            CLOCK.advance(Duration.ofMinutes(1));
            assertThat(poll(client)).isEqualTo(200);
        }
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(poll(client)).isEqualTo(401);
        assertThat(client.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_it_is_used() {
        WebClient client = logIn();
        for (int quarter = 0; quarter < 4 * 12; quarter++) {
            CLOCK.advance(Duration.ofMinutes(15));
            assertThat(client.get("/account").statusCode()).isEqualTo(200);
        }
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(client.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_role_counts_as_it_is_at_the_next_request() {
        console.part(ManageAccounts.class).changeRole(ann.completed().account().name(), Role.OPERATOR);
        WebClient client = logIn();
        console.part(ManageAccounts.class).changeRole(ann.completed().account().name(), Role.VIEWER);

        assertThat(client.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void a_code_counts_once() {
        CLOCK.advance(Duration.ofMinutes(1));
        String code = ann.factor().code(Totp.step(CLOCK.instant()));
        assertThat(console.stranger().logIn("ANN", ServedConsole.PASSWORD, code).statusCode())
                .isEqualTo(302);
        assertThat(console.newest(1)).containsExactly("Ann in the console: log in DONE ");
        assertThat(refusal("ann", ServedConsole.PASSWORD, code)).isEqualTo("302 /log-in?refused");

        CLOCK.advance(Duration.ofMinutes(1));
        String recovery = ann.recoveryCode();
        assertThat(refusal("ann", ServedConsole.PASSWORD, recovery)).isEqualTo("302 /");
        assertThat(refusal("ann", ServedConsole.PASSWORD, recovery)).isEqualTo("302 /log-in?refused");
        CLOCK.advance(Duration.ofMinutes(1));
    }

    @Test
    void nobody_learns_who_has_an_account() {
        CLOCK.advance(Duration.ofHours(1));
        logIn();
        List<String> answers = List.of(
                refusal("ann", "not hers at all", "000000"),
                refusal("nobody-at-all", "not hers at all", "000000"),
                refusal("ann\r\nadmin logged in", "not hers at all", "000000"),
                refusal("", "", ""));

        assertThat(answers).containsOnly("302 /log-in?refused");
        await().untilAsserted(() -> assertThat(console.newest(5))
                .containsExactly(
                        "unknown name in the console: log in REFUSED name, password or code was wrong",
                        "unknown name in the console: log in REFUSED name, password or code was wrong",
                        "unknown name in the console: log in REFUSED name, password or code was wrong",
                        "Ann in the console: log in REFUSED name, password or code was wrong",
                        "Ann in the console: log in DONE "));
        CLOCK.advance(Duration.ofHours(1));
    }

    /** Status and place. */
    private static String refusal(String name, String password, String code) {
        WebClient client = console.stranger();
        client.get("/log-in");
        HttpResponse<String> answer = client.post("/log-in", Map.of("name", name, "password", password, "code", code));
        assertThat(answer.body()).isEmpty();
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("").replaceAll("http://[^/]*", "");
    }

    private static String cookie(WebClient client) {
        return client.request("/").build().headers().firstValue("Cookie").orElse("");
    }

    private static int with(String cookie) {
        WebClient stranger = console.stranger();
        return stranger.send(stranger.request("/").header("Cookie", cookie)).statusCode();
    }

    private static int poll(WebClient client) {
        return client.send(client.request("/").header("Nightfill-Poll", "1")).statusCode();
    }
}
