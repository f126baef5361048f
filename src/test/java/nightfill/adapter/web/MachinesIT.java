package nightfill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.HeldTable;
import nightfill.harness.MadeUpNights;
import nightfill.harness.ProgramClient;
import nightfill.harness.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines ask a console. */
class MachinesIT {

    private static final String METRICS = "/actuator/prometheus";
    private static final String READINESS = "/actuator/health/readiness";

    @TempDir
    private Path root = Path.of("");

    private final MigratedDatabase database = new MigratedDatabase();
    private final MutableClock clock = new MutableClock();

    @AfterEach
    void drop() {
        database.close();
    }

    private ServedConsole console(String url) {
        ConnectionSettings own = database.connection();
        return ServedConsole.over(new ConnectionSettings(url, own.user(), own.password()), root, clock);
    }

    @Test
    void everybody_hears_whether_it_answers_and_no_more() {
        try (ServedConsole console = console(database.connection().url())) {
            for (String path : List.of("/actuator/health", READINESS, "/actuator/health/liveness")) {
                HttpResponse<String> answer = console.stranger().get(path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            }
            assertThat(console.stranger().get("/actuator").statusCode()).isIn(302, 404);
        }
    }

    @Test
    void a_program_sees_what_prometheus_takes() {
        MadeUpNights.write(database::update);
        // none of these nights is ahead of it then
        clock.advance(Duration.ofDays(5));
        try (ServedConsole console = console(database.connection().url())) {
            assertThat(console.stranger().get(METRICS).statusCode()).isEqualTo(401);

            HttpResponse<String> answer = asPrometheus(program(console));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                    .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
            assertThat(answer.body().lines())
                    .contains(
                            "nightfill_up 1.0",
                            "nightfill_night_info{date=\"2026-11-25\",run=\"1\"} 1",
                            "nightfill_night_state{state=\"killed\"} 1.0",
                            "nightfill_finished_info{date=\"2026-11-20\",run=\"2\"} 1",
                            "nightfill_finished_date_timestamp_seconds 1.7954784E9",
                            "nightfill_troubled_nights{state=\"killed\"} 1.0",
                            "nightfill_owed_publications 1.0",
                            "nightfill_step_read_rows{step=\"load order lines\"} 99210.0");
        }
    }

    private static ProgramClient program(ServedConsole console) {
        return console.program("prometheus", Role.VIEWER);
    }

    private static HttpResponse<String> asPrometheus(ProgramClient client) {
        return client.send(
                "GET",
                METRICS,
                Map.of(
                        "Accept",
                        "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"),
                "");
    }

    @Test
    void however_often_they_ask_the_database_is_asked_from_time_to_time() throws Exception {
        AtomicInteger executed = new AtomicInteger();
        try (Wire wire = Wire.counting(database.connection().url(), executed);
                ServedConsole console = console(wire.url())) {
            ProgramClient viewer = program(console);
            viewer.get(METRICS);
            viewer.get(READINESS);
            int once = executed.getAndSet(0);
            assertThat(once).isPositive();

            for (int time = 0; time < 20; time++) {
                console.stranger().get(READINESS);
            }
            assertThat(executed.get()).isZero();
            for (int time = 0; time < 20; time++) {
                viewer.get(METRICS);
            }
            // who may come in is looked up for each, as for every page
            assertThat(executed.getAndSet(0)).isLessThanOrEqualTo(20);

            clock.advance(Duration.ofSeconds(11));
            viewer.get(METRICS);
            assertThat(executed.get()).isGreaterThan(5);
        }
    }

    @Test
    void while_the_database_is_gone_that_is_said_with_the_last_figures() throws Exception {
        MadeUpNights.write(database::update);
        try (Wire wire = Wire.to(database.connection().url());
                ServedConsole console = console(wire.url())) {
            ProgramClient viewer = program(console);
            assertThat(viewer.get(METRICS).body()).contains("nightfill_up 1.0");
            assertThat(viewer.get(READINESS).statusCode()).isEqualTo(200);

            lose(wire);
            clock.advance(Duration.ofSeconds(11));

            HttpResponse<String> gone = viewer.get(METRICS);
            assertThat(gone.statusCode()).isEqualTo(200);
            assertThat(gone.body().lines())
                    .contains("nightfill_up 0.0", "nightfill_night_info{date=\"2026-11-25\",run=\"1\"} 1");
            for (String path : List.of("/actuator/health", READINESS)) {
                HttpResponse<String> answer = console.stranger().get(path);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
            }
            assertThat(console.stranger().get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_database_that_takes_too_long_over_the_figures_has_not_answered() throws Exception {
        try (TestDatabase locked = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(locked, root, clock)) {
            ProgramClient viewer = program(console);
            try (HeldTable runs = HeldTable.unreadable(locked, "run")) {
                assertThat(viewer.get(METRICS).body()).contains("nightfill_up 0.0");
                assertThat(console.stranger().get(READINESS).statusCode()).isEqualTo(200);
                runs.release();
            }
        }
    }

    private static void lose(Wire wire) throws IOException {
        wire.close();
    }
}
