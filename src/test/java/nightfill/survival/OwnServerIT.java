package nightfill.survival;

import static nightfill.harness.ConsoleVisitor.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.ConsoleVisitor;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.Installation;
import nightfill.harness.RunningConsole;
import nightfill.harness.Soak;
import nightfill.harness.WebClient;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nightfill without any settings but its home runs on a server of its own in there. */
class OwnServerIT {

    private static final String FRIDAY = "2026-11-20";

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Installation nightfill;

    @BeforeEach
    void install() {
        nightfill = new Installation(root);
        nightfill.launcher();
        nightfill.arriveMixed(FRIDAY);
    }

    /** Of the server that a process of the home has started; it is not one of its users. */
    private ConnectionSettings server() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(nightfill.home())) {
            return new ConnectionSettings(postgres.jdbcUrl(), postgres.user(), postgres.password());
        }
    }

    private void assertStopped() {
        assertThat(nightfill.home().resolve("postgres/data/PG_VERSION")).exists();
        assertThat(nightfill.home().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Soak
    @Test
    void nights_run_on_a_server_in_the_home_that_stops_with_the_last_process() throws Exception {
        try (Child night = nightfill.startRun(FRIDAY)) {
            night.await().with(0);
        }
        try (Child status = nightfill.start(List.of(), "status")) {
            assertThat(status.await().with(0).out()).contains(FRIDAY, "COMPLETED");
        }
        try (Child console = nightfill.startConsole()) {
            RunningConsole.place(console);
            console.signal("TERM");
            console.await().with(0);
        }
        assertStopped();
    }

    @Soak
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void a_console_takes_neither_its_night_nor_their_server_with_it(String signal) throws Exception {
        try (Child console = nightfill.startConsole()) {
            RunningConsole.place(console);
            ConnectionSettings server = server();
            ConsoleVisitor anna;
            try (ServedConsole desk = ServedConsole.over(server, root, Clock.systemUTC())) {
                anna = new ConsoleVisitor(desk.person("anna", Role.ADMIN));
            }
            try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    HeldTable held = HeldTable.of(connection, "decided")) {
                press(anna.at(console), "/nights/2026-11-20/run");
                held.awaitNight();
                console.signal(signal);
                console.await().with(signal.equals("TERM") ? 0 : 137);
                held.release();
            }
            try (Child another = nightfill.startConsole()) {
                WebClient visit = anna.at(another);
                await().atMost(Child.PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        visit.get("/nights/2026-11-20/1").body())
                                .contains("Night 2026-11-20 finished"));
                another.signal("TERM");
                another.await().with(0);
            }
        }
        assertThat(Files.readString(nightfill.reports("2026-11-20/run-1/MANIFEST.sha256")))
                .contains("allocations.csv");
        assertStopped();
    }

    /** As Kubernetes does with a volume that has an {@code fsGroup}; what else opens it is one of the cases. */
    @Test
    void a_home_that_was_opened_to_others_is_closed_again_and_the_next_night_runs() throws Exception {
        nightfill.run(FRIDAY).with(0);
        assertThat(openToOthers()).isEmpty();
        assertThat(new ProcessBuilder(
                                "chmod", "-R", "g+rwX,g+s", nightfill.home().toString())
                        .start()
                        .waitFor())
                .isZero();
        nightfill.arriveMixed("2026-11-21");

        Ended next = nightfill.run("2026-11-21").with(0);

        assertThat(next.err())
                .contains("closed again: " + nightfill.home(), "feeds", "postgres/data", "postgres/password");
        assertThat(Files.getPosixFilePermissions(nightfill.home()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(nightfill.home().resolve("postgres/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(nightfill.nightfill("status").with(0).err()).isEmpty();
    }

    /** Reports, which follow the umask, and the server's programs are no secret. */
    private List<Path> openToOthers() throws IOException {
        try (Stream<Path> all = Files.walk(nightfill.home())) {
            return all.filter(path ->
                            !nightfill.home().relativize(path).toString().matches("reports.*|postgres/\\d.*"))
                    .filter(path -> !PosixFilePermissions.toString(Uncheck.apply(Files::getPosixFilePermissions, path))
                            .endsWith("------"))
                    .toList();
        }
    }
}
