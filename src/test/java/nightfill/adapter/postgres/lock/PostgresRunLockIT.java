package nightfill.adapter.postgres.lock;

import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.problem.Problem;
import nightfill.application.run.RunLock;
import nightfill.application.run.RunLock.Held;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresRunLockIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ConnectionSettings SETTINGS =
            new ConnectionSettings(DATABASE.url(), DATABASE.user(), DATABASE.password());

    /** Above what any Linux gives to a process. */
    private static final long NOBODY = 99_999_999;

    private final RunLock lock = new PostgresRunLock(SETTINGS, ZoneOffset.UTC);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** A session that a test closed is gone a moment later. */
    @AfterEach
    void awaitFree() {
        while (lock.isOwned()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_lock_that_was_released_can_be_taken_again() {
        for (int round = 0; round < 3; round++) {
            acquireAndRelease();
        }
    }

    @Test
    void a_lock_is_free_as_soon_as_it_is_released() throws SQLException {
        try (Connection session = connect("test");
                PreparedStatement locks = session.prepareStatement("""
                        select count(*) > 0
                        from pg_locks join pg_database on pg_database.oid = pg_locks.database
                        where locktype = 'advisory' and datname = current_database()
                        """)) {
            for (int round = 0; round < 50; round++) {
                Held held = lock.acquire();
                assertThat(isTrue(locks)).isTrue();
                held.close();
                assertThat(isTrue(locks)).as("held after release %d", round).isFalse();
            }
        }
    }

    @Test
    void tells_whether_it_is_owned() {
        assertThat(lock.isOwned()).isFalse();
        try (Held held = lock.acquire()) {
            assertThat(lock.isOwned()).as("%s", held).isTrue();
        }
        assertThat(lock.isOwned()).isFalse();
    }

    @Test
    void while_it_is_held_anyone_else_is_told_who_and_since_when() {
        Instant before = Instant.now();
        try (Held held = lock.acquire()) {
            assertThat(held).isNotNull();
            assertBusy(lock, ProcessHandle.current().pid(), before);
        }
    }

    @Test
    void the_time_is_told_in_the_zone_of_who_asks() {
        try (Held held = lock.acquire()) {
            assertThat(held).isNotNull();
            String utc = busyMessage(lock);
            String auckland = busyMessage(new PostgresRunLock(SETTINGS, ZoneId.of("Pacific/Auckland")));
            assertThat(since(auckland)).isAfter(since(utc));
        }
    }

    @Test
    void another_process_that_lives_keeps_it() throws IOException, InterruptedException {
        Instant before = Instant.now();
        try (LockingProcess other = LockingProcess.on(SETTINGS)) {
            assertThat(other.answer()).isEqualTo("locked");
            assertThat(lock.isOwned()).isTrue();
            assertBusy(lock, other.pid(), before);
            assertThat(other.leave()).isZero();
        }
        acquireAndRelease();
    }

    @Test
    void another_process_is_kept_out() throws IOException {
        try (Held held = lock.acquire();
                LockingProcess other = LockingProcess.on(SETTINGS)) {
            assertThat(held).isNotNull();
            assertThat(other.answer())
                    .startsWith("BUSY busy: process %d on "
                            .formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void a_process_killed_with_sigkill_loses_it() throws IOException, InterruptedException {
        try (LockingProcess other = LockingProcess.on(SETTINGS)) {
            assertThat(other.answer()).isEqualTo("locked");
            other.kill();
            acquireAndRelease();
        }
    }

    @Test
    void a_dead_owner_whose_session_is_busy_loses_it_within_the_time_limit() throws SQLException {
        LockOwner dead = new LockOwner(NOBODY, 1, LockOwner.thisProcess().host());
        try (Connection session = connect(dead.applicationName());
                BusySession busy = new BusySession(session)) {
            assertThat(busy.isAtWork()).isTrue();
            assertThat(lock.isOwned()).as("by a living process").isFalse();
            Instant before = Instant.now();
            acquireAndRelease();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_process_id_that_was_given_anew_is_not_taken_for_the_owner() throws SQLException {
        LockOwner self = LockOwner.thisProcess();
        LockOwner former = new LockOwner(self.pid(), self.start() - 1, self.host());
        try (Connection session = connect(former.applicationName());
                BusySession busy = new BusySession(session)) {
            assertThat(busy.isAtWork()).isTrue();
            acquireAndRelease();
        }
    }

    @Test
    void an_owner_on_another_host_is_taken_to_be_alive() throws SQLException {
        LockOwner elsewhere = new LockOwner(NOBODY, 1, "elsewhere");
        try (Connection session = connect(elsewhere.applicationName())) {
            OtherProcesses.execute(session, OtherProcesses.LOCK);
            assertThat(lock.isOwned()).isTrue();
            assertThat(busyMessage(lock))
                    .startsWith("busy: process %d on elsewhere has been at work".formatted(NOBODY));
        }
    }

    @Test
    void whoever_else_holds_it_is_named_as_he_calls_himself() throws SQLException {
        try (Connection session = connect("psql of the operator")) {
            OtherProcesses.execute(session, OtherProcesses.LOCK);
            assertThat(lock.isOwned()).isTrue();
            assertThat(busyMessage(lock))
                    .startsWith("busy: psql of the operator has been at work on this database since ");
        }
    }

    @Test
    void a_lock_on_another_database_is_another_lock() {
        try (TestDatabase other = TestDatabase.create();
                Held held = lock.acquire()) {
            assertThat(held).isNotNull();
            RunLock there = new PostgresRunLock(
                    new ConnectionSettings(other.url(), other.user(), other.password()), ZoneOffset.UTC);
            assertThat(there.isOwned()).isFalse();
            there.acquire().close();
        }
    }

    @Test
    void of_twenty_at_once_one_wins_and_the_others_are_told_at_once() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        try {
            List<ExitCode> attempts = attempts(crowd, new CyclicBarrier(20));
            assertThat(attempts).filteredOn(ExitCode.DONE::equals).hasSize(1);
            assertThat(attempts).filteredOn(ExitCode.BUSY::equals).hasSize(19);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_a_failure_that_may_pass() {
        RunLock nowhere = new PostgresRunLock(
                new ConnectionSettings("jdbc:postgresql://localhost:1/none", "nobody", ""), ZoneOffset.UTC);
        assertThatThrownBy(nowhere::acquire)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ExitCode.of(problem.kind())).isEqualTo(ExitCode.FAILED))
                .hasMessageStartingWith("the run lock cannot be asked for: ");
        assertThatThrownBy(nowhere::isOwned)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(ExitCode.of(problem.kind())).isEqualTo(ExitCode.FAILED));
    }

    private static List<ExitCode> attempts(ExecutorService crowd, CyclicBarrier barrier) throws Exception {
        CyclicBarrier tried = new CyclicBarrier(barrier.getParties());
        Callable<ExitCode> attempt = () -> attempt(barrier, tried);
        List<Future<ExitCode>> futures = new ArrayList<>();
        for (int each = 0; each < barrier.getParties(); each++) {
            futures.add(crowd.submit(attempt));
        }
        List<ExitCode> attempts = new ArrayList<>();
        for (Future<ExitCode> future : futures) {
            attempts.add(future.get());
        }
        return attempts;
    }

    /** The winner holds the lock until everyone has tried. */
    private static ExitCode attempt(CyclicBarrier start, CyclicBarrier tried) throws Exception {
        RunLock own = new PostgresRunLock(SETTINGS, ZoneOffset.UTC, new WritePermit(), () -> {}, FOREVER);
        start.await();
        try (Held held = own.acquire()) {
            tried.await();
            assertThat(held).isNotNull();
            return ExitCode.DONE;
        } catch (Problem problem) {
            tried.await();
            return ExitCode.of(problem.kind());
        }
    }

    /** Whoever waits for a living owner waits for so long that the test fails. */
    private static final Pulse FOREVER =
            new Pulse(Pulse.USUAL.every(), Pulse.USUAL.answer(), Pulse.USUAL.stale(), Duration.ofHours(1));

    private void acquireAndRelease() {
        try (Held held = lock.acquire()) {
            assertThat(held).isNotNull();
        }
    }

    private static void assertBusy(RunLock lock, long pid, Instant before) {
        String message = busyMessage(lock);
        assertThat(message)
                .startsWith("busy: process %d on %s has been at work on this database since "
                        .formatted(pid, LockOwner.thisProcess().hostForPeople()))
                .endsWith("; RETRY_LATER");
        assertThat(since(message)).isBetween(before.minusSeconds(1), Instant.now());
    }

    private static String busyMessage(RunLock lock) {
        try (Held held = lock.acquire()) {
            throw new AssertionError("the lock was taken: " + held);
        } catch (Problem problem) {
            assertThat(ExitCode.of(problem.kind())).isEqualTo(ExitCode.BUSY);
            return said(problem);
        }
    }

    /** The time in a message, as if it were UTC's. */
    private static Instant since(String message) {
        String time = message.replaceFirst(".* since ([-0-9]+) ([0-9:]+); .*", "$1T$2Z");
        return Instant.parse(time);
    }

    private static Connection connect(String applicationName) throws SQLException {
        return OtherProcesses.connect(SETTINGS, applicationName);
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Holds the lock in a session that looks away from its client for five minutes. */
    private static final class BusySession implements AutoCloseable {

        private final int backend;
        private final Thread client;

        BusySession(Connection session) throws SQLException {
            OtherProcesses.execute(session, OtherProcesses.LOCK);
            backend = session.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            client = new Thread(() -> sleep(session));
            client.start();
        }

        private static void sleep(Connection session) {
            try {
                OtherProcesses.execute(session, "select pg_sleep(300)");
            } catch (SQLException e) {
                // ended by whoever takes the lock
            }
        }

        boolean isAtWork() throws SQLException {
            try (Connection connection = connect("test");
                    PreparedStatement statement =
                            connection.prepareStatement("select query like '%pg_sleep%' and state = 'active'"
                                    + " from pg_stat_activity where pid = " + backend)) {
                while (client.isAlive() && !isTrue(statement)) {
                    Thread.onSpinWait();
                }
                return client.isAlive();
            }
        }

        @Override
        public void close() throws SQLException {
            try (Connection connection = connect("test")) {
                OtherProcesses.execute(connection, "select pg_terminate_backend(" + backend + ")");
            }
        }
    }
}
