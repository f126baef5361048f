package nightfill.adapter.postgres.embedded;

import static nightfill.adapter.postgres.embedded.TestHome.query;
import static nightfill.harness.PostgresProcesses.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nightfill.harness.PostgresProcesses;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Servers whose processes are killed, as the kernel does when memory runs out, or hang: none waits for them for long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DyingServerIT {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private TestHome home;
    private PostgresProcesses processes;

    @BeforeAll
    void prepare(@TempDir Path parent) throws IOException {
        home = TestHome.in(parent);
        processes = new PostgresProcesses(home.path());
    }

    @AfterAll
    void leaveNothingRunning() throws IOException {
        home.close();
    }

    @Test
    void a_server_that_recovers_is_waited_for_before_it_is_stopped() throws Exception {
        EmbeddedPostgres postgres = home.open();
        String before = log();
        ProcessHandle recovering = pausedRecovery();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(postgres::close);
        await().atMost(LONGEST).until(() -> news(before).contains("the database system is in recovery mode"));
        signal("CONT", recovering);

        closing.get(1, TimeUnit.MINUTES);
        assertThat(home.postmaster().isAbsent()).isTrue();
        assertThat(news(before))
                .containsSubsequence("accept connections", "received fast shutdown request", "is shut down")
                .doesNotContain("immediate");
    }

    @Test
    void a_server_that_never_stops_is_ended_by_whoever_finds_it() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            stopForEver();
            assertServes();
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void a_hung_process_that_outlived_the_first_one_is_ended_and_no_other_that_works_there() throws Exception {
        EmbeddedPostgres postgres = home.open();
        ProcessHandle shell = new ProcessBuilder("sleep", "600")
                .directory(home.layout().data().toFile())
                .start()
                .toHandle();
        try (Connection session =
                DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            ProcessHandle hung = backend(session);
            signal("STOP", hung);
            home.killServer();
            assertServes();
            await().atMost(LONGEST).until(() -> !hung.isAlive());
            assertThat(shell.isAlive()).isTrue();
        } finally {
            shell.destroyForcibly();
            postgres.close();
        }
    }

    @Soak
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_whose_recovery_was_killed_too_is_ended(boolean closing) throws Exception {
        EmbeddedPostgres postgres = home.open();
        ProcessHandle recovering = pausedRecovery();
        signal("KILL", recovering);
        Instant begun = Instant.now();
        if (closing) {
            postgres.close();
        }
        assertServes();
        postgres.close();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        assertThat(home.postmaster().isAbsent()).isTrue();
    }

    @Soak
    @Test
    void a_server_that_does_not_stop_in_time_is_stopped_at_once() throws Exception {
        EmbeddedPostgres postgres = home.open();
        stopForEver();
        Instant begun = Instant.now();
        postgres.close();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        assertThat(home.postmaster().isAbsent()).isTrue();
    }

    @Soak
    @Test
    void a_server_that_does_not_even_hear_is_killed() throws Exception {
        EmbeddedPostgres postgres = home.open();
        ProcessHandle deaf = processes.postmaster().orElseThrow();
        signal("STOP", deaf);
        Instant begun = Instant.now();
        postgres.close();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        await().atMost(LONGEST).until(() -> !deaf.isAlive());
        assertThat(ServerProcesses.of(home.layout().data()).isEmpty()).isTrue();
    }

    @Soak
    @Test
    void one_that_a_killed_process_left_and_that_does_not_even_hear_is_killed() throws Exception {
        try (Visitor visitor = Visitor.of(home.path())) {
            visitor.arrive();
            visitor.kill();
        }
        signal("STOP", processes.postmaster().orElseThrow());
        Instant begun = Instant.now();
        assertServes();
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
    }

    /** To whoever comes now. */
    private void assertServes() throws SQLException {
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }

    private static ProcessHandle backend(Connection session) throws SQLException {
        return ProcessHandle.of(session.unwrap(PGConnection.class).getBackendPID())
                .orElseThrow();
    }

    /** Stopped while it recovers, PostgreSQL 18.4 waits for ever. */
    private void stopForEver() throws Exception {
        String before = log();
        ProcessHandle recovering = pausedRecovery();
        signal("INT", processes.postmaster().orElseThrow());
        await().atMost(LONGEST).until(() -> news(before).contains("received fast shutdown request"));
        signal("CONT", recovering);
        await().atMost(LONGEST).until(() -> processes.titled("startup").isEmpty());
        assertThat(home.postmaster().isStopping()).isTrue();
    }

    /** Another crash may be needed: a recovery that has little to do is soon done. */
    private ProcessHandle pausedRecovery() throws Exception {
        while (true) {
            ProcessHandle killed = await().atMost(LONGEST)
                    .until(() -> processes.titled("walwriter"), found -> !found.isEmpty())
                    .get(0);
            signal("KILL", killed);
            await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !recovering().isEmpty() || hasOther("walwriter", killed));
            for (ProcessHandle recovering : recovering()) {
                signal("STOP", recovering);
                if (!hasOther("walwriter", killed)) {
                    return recovering;
                }
            }
        }
    }

    private List<ProcessHandle> recovering() {
        return processes.titled("startup");
    }

    private boolean hasOther(String title, ProcessHandle than) {
        return processes.titled(title).stream().anyMatch(process -> !process.equals(than));
    }

    private String log() throws IOException {
        return Files.readString(home.layout().log());
    }

    private String news(String before) throws IOException {
        return log().substring(before.length());
    }
}
