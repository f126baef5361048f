package nightfill.adapter.web.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One's own account in the console. */
class OwnAccountPagesIT {

    private static final String OTHER = "through the woods and home";

    private final MutableClock clock = new MutableClock();

    @Test
    void somebody_changes_all_that_is_theirs_in_one_session_while_the_others_end(@TempDir Path root) {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, clock)) {
            Person ann = console.person("Ann", Role.VIEWER);
            WebClient other = console.logIn(ann);
            WebClient client = console.logIn(ann);
            assertThat(client.get("/account").body()).contains("viewer: ", "Change your password", ">8<");

            String before = cookie(client);
            assertThat(change(client, "sessions", Map.of())).contains("Your other sessions have ended");
            assertThat(cookie(client)).isNotEqualTo(before);
            assertThat(other.get("/").statusCode()).isEqualTo(302);

            assertThat(refused(client, "password", Map.of("former", "not that one", "password", OTHER)))
                    .contains("the current password is wrong");
            assertThat(refused(client, "password", Map.of("former", ServedConsole.PASSWORD, "password", "short")))
                    .contains("fewer than 12 characters");
            assertThat(change(client, "password", Map.of("former", ServedConsole.PASSWORD, "password", OTHER)))
                    .contains("Your password is changed");

            List<String> codes = codes(change(client, "recovery-codes", Map.of()));
            assertThat(codes).hasSize(10);
            assertThat(client.get("/account").body()).doesNotContain(codes);

            clock.advance(Duration.ofMinutes(16));
            assertThat(refused(client, "factor", Map.of("digits", "000000"))).contains("needs the code");
            Totp offered = offered(client);
            Map<String, String> form = Map.of("digits", now(offered), "factor", now(ann.factor()));
            assertThat(codes(change(client, "factor", form))).hasSize(10);
            assertThat(offered(client)).isNotEqualTo(offered);

            clock.advance(Duration.ofSeconds(30));
            assertThat(place(console.stranger().logIn("ann", OTHER, now(ann.factor()))))
                    .endsWith("/log-in?refused");
            assertThat(place(console.stranger().logIn("ann", ServedConsole.PASSWORD, now(offered))))
                    .endsWith("/log-in?refused");
            clock.advance(Duration.ofSeconds(60));
            assertThat(place(console.stranger().logIn("ann", OTHER, now(offered))))
                    .doesNotContain("log-in");
            assertThat(console.part(AuditTrail.class).before(Long.MAX_VALUE, 100))
                    .extracting(entry ->
                            entry.request().act() + " " + entry.outcome().word())
                    .contains(
                            "account end own other sessions DONE",
                            "account change own password REFUSED",
                            "account change own password DONE",
                            "account renew own recovery codes DONE",
                            "account enrol another second factor DONE");
        }
    }

    private static String change(WebClient client, String act, Map<String, String> form) {
        assertThat(client.get("/account/" + act).body())
                .contains("This will", "<ol class=\"effects\">", "or stop a night that you started");
        HttpResponse<String> answer = client.post("/account/" + act, form);
        assertThat(answer.statusCode()).as("%s: %s", act, answer.body()).isEqualTo(303);
        return client.get("/account").body();
    }

    private static String refused(WebClient client, String act, Map<String, String> form) {
        client.get("/account/" + act);
        HttpResponse<String> answer = client.post("/account/" + act, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private static List<String> codes(String page) {
        return Pattern.compile("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static Totp offered(WebClient client) {
        Matcher secret = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<")
                .matcher(client.get("/account/factor").body());
        assertThat(secret.find()).isTrue();
        return new Totp(secret.group(1).replace(" ", ""));
    }

    private String now(Totp factor) {
        return factor.code(Totp.step(clock.instant()));
    }

    private static String cookie(WebClient client) {
        return client.request("/").build().headers().firstValue("Cookie").orElse("");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
