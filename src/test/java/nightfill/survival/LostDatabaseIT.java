package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.HeldTable;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.OrphanedNight;
import nightfill.harness.OrphanedNight.At;
import nightfill.harness.OrphanedNight.Outcome;
import nightfill.harness.Soak;
import nightfill.harness.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases that go while a night is at work, come late, or cannot serve at all. */
class LostDatabaseIT extends InstalledNightfill {

    @Soak
    @Test
    void a_connection_that_breaks_in_the_middle_of_a_copy() throws Exception {
        nightfill.nightfill("status").with(0);
        arriveMany();
        try (Wire wire = Wire.breaking(database.url(), "copy order_line (id", 2000)) {
            nightfill.with("NIGHTFILL_DB_URL", wire.url());
            assertThat(nightfill.run(FRIDAY).with(1).error()).contains("run it again to continue");
        }
        nightfill.with("NIGHTFILL_DB_URL", database.url());
        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished;");
        assertThat(query("select count(*) from line")).containsExactly("500");
    }

    @Soak
    @Test
    void a_network_that_falls_silent_for_good() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        try (Wire wire = Wire.to(database.url());
                HeldTable held = HeldTable.of(database, "decided")) {
            nightfill.with("NIGHTFILL_DB_URL", wire.url());
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            wire.fallSilent();

            assertThat(night.get(2, TimeUnit.MINUTES).with(1).error())
                    .contains("the database was lost", "run it again to continue");
        }
        nightfill.with("NIGHTFILL_DB_URL", database.url());
        await().atMost(Duration.ofMinutes(1)).until(() -> nightfill.run(FRIDAY).exitCode() == 0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void a_run_lock_whose_session_ends_while_the_night_works_on() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveMixed(FRIDAY);
        try (HeldTable held = HeldTable.of(database, "decided")) {
            CompletableFuture<Ended> night = CompletableFuture.supplyAsync(() -> nightfill.run(FRIDAY));
            held.awaitNight();
            execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and database = (
                        select oid from pg_database where datname = current_database())""");

            assertThat(night.get(1, TimeUnit.MINUTES).with(1).error())
                    .contains("the database was lost (FATAL: terminating connection", "run it again to continue");
        }
        nightfill.run(FRIDAY).with(0);
        assertThat(manifest("2026-11-20/run-1")).isEqualTo(undisturbedManifest());
    }

    @Soak
    @Test
    void a_server_that_stops_in_the_middle_of_a_night_and_is_started_again() throws Exception {
        Installation own = new Installation(root.resolve("own"));
        own.nightfill("status").with(0);
        own.arriveMixed(FRIDAY);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(own.home());
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table decided in share mode");
            try (Child night = own.startRun(FRIDAY)) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> statement
                                .executeQuery("select from pg_locks where not granted")
                                .next());
                stop(own);
                assertThat(night.await().with(1).error()).contains("the database was lost", "run it again to continue");
            }
        }
        assertThat(own.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished;");
        assertThat(Files.readString(own.reports("2026-11-20/run-1/MANIFEST.sha256")))
                .isEqualTo(undisturbedManifest());
    }

    @Test
    void a_night_whose_server_is_killed_ends_within_five_seconds_in_one_line_wherever_it_is() throws Exception {
        Installation own = new Installation(root.resolve("own")).with("NIGHTFILL_CHUNK_SIZE", 1);
        own.arriveMixed(FRIDAY);
        for (At at : At.values()) {
            Outcome outcome = new OrphanedNight(own).run(FRIDAY, at);

            assertThat(outcome.ended().with(1).error())
                    .as(at.name())
                    .contains("the database was lost", "run it again to continue");
            assertThat(outcome.ended().err()).as(at.name()).doesNotContain("warning: ");
            assertThat(outcome.livedOn()).as(at.name()).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(own.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished;");
        assertThat(Files.readString(own.reports("2026-11-20/run-1/MANIFEST.sha256")))
                .isEqualTo(undisturbedManifest());
    }

    /** As an administrator does it: sessions are ended, whatever they do. */
    private static void stop(Installation own) throws Exception {
        Path postmaster = own.home().resolve("postgres/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        ProcessHandle.of(pid).ifPresent(server -> server.onExit().join());
    }

    @Soak
    @Test
    void a_server_that_starts_late_is_waited_for() throws Exception {
        nightfill.nightfill("status").with(0);
        nightfill.arriveSmall(FRIDAY);
        Wire before = Wire.to(database.url());
        before.close();
        nightfill.with("NIGHTFILL_DB_URL", before.url());
        try (Child night = nightfill.startRun(FRIDAY)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> night.err().contains("waiting up to 30 s for the data"));
            try (Wire late = before.anew()) {
                assertThat(night.await().with(0).err()).containsOnlyOnce("waiting up to");
                assertThat(late.url()).isEqualTo(before.url());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NIGHTFILL_DB_PASSWORD, wrong, password authentication failed",
        "NIGHTFILL_DB_PASSWORD, '', password",
        "NIGHTFILL_DB_USER, nobody_here, authentication failed",
    })
    void who_is_not_let_in_is_refused_at_once(String setting, String value, String why) {
        Ended ended = nightfill.with(setting, value).nightfill("status").with(3);

        assertThat(ended.error()).contains(why, setting);
        assertThat(ended.err()).doesNotContain("waiting");
    }

    @Test
    void a_database_that_is_not_there_is_not_waited_for() {
        Ended ended = nightfill
                .with("NIGHTFILL_DB_URL", database.url().replaceFirst("/test_[^?]*", "/nobody_made_it"))
                .nightfill("status")
                .with(3);

        assertThat(ended.error()).contains("nobody_made_it", "does not exist", "NIGHTFILL_DB_URL");
        assertThat(ended.err()).doesNotContain("waiting");
    }

    @Soak
    @Test
    void a_server_that_takes_a_connection_and_never_answers_is_not_waited_for_longer_than_said() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Ended ended = nightfill
                    .with(
                            "NIGHTFILL_DB_URL",
                            "jdbc:postgresql://127.0.0.1:%d/nightfill".formatted(silent.getLocalPort()))
                    .with("NIGHTFILL_DB_WAIT", "1")
                    .nightfill("status")
                    .with(1);

            assertThat(ended.error()).contains("cannot be reached", "NIGHTFILL_DB_URL");
        }
    }

    @Test
    void a_server_that_is_too_old_is_refused_by_name() throws Exception {
        String version = query("show server_version").get(0);
        String old = "14" + version.substring(2);
        try (Wire wire = Wire.saying(database.url(), "server_version\0" + version, "server_version\0" + old)) {
            Ended ended = nightfill
                    .with("NIGHTFILL_DB_URL", wire.url())
                    .nightfill("status")
                    .with(3);

            assertThat(ended.error()).contains(old, "15 or later", "NIGHTFILL_DB_URL");
        }
    }

    @Test
    void a_database_in_another_encoding_is_refused_by_name() throws Exception {
        execute("create database in_latin1 encoding 'LATIN1' locale 'C' template template0");
        try {
            Ended ended = nightfill
                    .with("NIGHTFILL_DB_URL", database.url().replaceFirst("/test_[^?]*", "/in_latin1"))
                    .nightfill("status")
                    .with(3);

            assertThat(ended.error()).contains("in_latin1", "LATIN1", "UTF-8", "create database");
        } finally {
            execute("drop database in_latin1 with (force)");
        }
    }

    private void arriveMany() {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,1000,");
        nightfill.arrive(
                FRIDAY,
                "order_lines.csv",
                IntStream.rangeClosed(0, 500)
                        .mapToObj(row -> row == 0 ? LINES : "O" + row + ",1,CHAIR,1")
                        .toArray(String[]::new));
    }
}
