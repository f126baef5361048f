package nightfill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.HeldTable;
import nightfill.harness.Soak;
import nightfill.harness.WebClient;
import nightfill.harness.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database does not answer, people see what it said last, and do nothing. */
class LastAnswersIT {

    private static final String GONE = "The database does not answer; this is as of";
    private static final String SLOW = "This took the database too long; what is shown is as of";

    @Soak
    @Test
    void people_see_the_last_answers_and_nobody_logs_in_or_acts(@TempDir Path root) throws Exception {
        try (MigratedDatabase database = new MigratedDatabase();
                Wire wire = Wire.to(database.connection().url());
                ServedConsole console = ServedConsole.over(
                        new ConnectionSettings(
                                wire.url(),
                                database.connection().user(),
                                database.connection().password()),
                        root,
                        Clock.systemUTC())) {
            database.update(
                    "insert into run (business_date, number, state, max_rejects, turns_before) values (date '2026-11-20', 1, 'DISCARDED', '', 0)");
            WebClient operator = console.as(Role.OPERATOR);
            assertThat(operator.get("/").body()).contains("2026-11-20").doesNotContain(GONE);
            assertThat(operator.get("/nights/2026-11-20/1").body()).doesNotContain(GONE);
            WebClient stranger = console.stranger();
            stranger.get("/log-in");

            lose(wire);

            HttpResponse<String> nights = operator.get("/");
            assertThat(nights.statusCode()).isEqualTo(200);
            assertThat(nights.body()).contains(GONE, "2026-11-20");
            assertThat(nights.headers().firstValue("Nightfill-Database")).contains("gone");
            assertThat(operator.get("/nights/2026-11-20/1").body()).contains(GONE);
            assertThat(List.of("/nights/2026-11-21/1", "/nights/2026-11-20/1/rejects", "/audit", "/trends"))
                    .allSatisfy(page ->
                            assertThat(operator.get(page).statusCode()).as(page).isEqualTo(503));
            assertThat(operator.post("/nights/2026-11-20/1/attend", Map.of("note", "seen"))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(stranger.post(
                                    "/log-in",
                                    Map.of("name", "operator", "password", ServedConsole.PASSWORD, "code", "1"))
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/log-in?gone");
            assertThat(stranger.get("/log-in?gone").body()).contains("nobody can log in");
            assertThat(stranger.get("/log-in").body()).contains("nobody can log in");

            try (Wire again = wire.anew()) {
                assertThat(again.url()).isEqualTo(wire.url());
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !operator.get("/").body().contains(GONE));
            }
        }
    }

    @Test
    void a_page_that_takes_too_long_says_so_itself_and_all_else_goes_on(@TempDir Path root) throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            WebClient admin = console.as(Role.ADMIN);
            assertThat(admin.get("/").body()).doesNotContain(SLOW);

            try (HeldTable runs = HeldTable.unreadable(database, "run")) {
                HttpResponse<String> nights = admin.get("/");
                assertThat(nights.body()).contains(SLOW).doesNotContain(GONE);
                assertThat(nights.headers().firstValue("Nightfill-Database")).contains("slow");
                assertThat(admin.get("/audit").statusCode()).isEqualTo(200);
                assertThat(admin.post("/new-account", Map.of("name", "paula", "role", "viewer"))
                                .statusCode())
                        .isEqualTo(303);
                runs.release();
            }
            assertThat(admin.get("/trends").statusCode()).isEqualTo(200);
        }
    }

    private static void lose(Wire wire) throws IOException {
        wire.close();
    }
}
