package nightfill.adapter.postgres.lock;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.RunLock.Held;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** An owner of the run lock shows that it lives; one that does not can be taken over, and changes nothing any more. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeOverIT {

    private static final String ELSEWHERE = "nightfill 77 1 00000000@elsewhere";
    private static final String WAITING = "select count(*) from pg_locks join pg_stat_activity using (pid)"
            + " where not granted and datname = current_database()";
    private static final Pulse QUICK = with(Pulse.USUAL.patience());

    private final MigratedDatabase database = new MigratedDatabase();
    private final OtherProcesses others = new OtherProcesses(database.connection());
    private final WritePermit permit = new WritePermit();
    private final AtomicInteger losses = new AtomicInteger();
    private final PostgresFence fence = new PostgresFence(database.dataSource(), permit);
    private final PostgresRunLock lock = lock(QUICK);

    @AfterEach
    void leave() {
        others.close();
        await().until(() -> !lock.isOwned());
        database.update("truncate run_lock");
        losses.set(0);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void the_heart_of_an_owner_beats_also_while_it_is_within_a_transaction() {
        try (Held held = lock.acquire()) {
            fence.inTransaction(() -> {
                String before = beatAt();
                await().until(() -> !beatAt().equals(before));
            });
            held.requireKept();
        }
    }

    @Test
    void an_owner_that_lives_is_left_alone_and_its_last_heartbeat_is_told() throws SQLException {
        owner(12);

        assertBusy(() -> lock.acquire().close())
                .matches("busy: process 77 on elsewhere has been at work on this database since .*;"
                        + " its last heartbeat was 1[2-9] s ago; RETRY_LATER");
        assertBusy(() -> lock.takeOver().close())
                .matches(".* its last heartbeat was 1[2-9] s ago;" + " RETRY_LATER, TakeOverFrom\\[time=[0-9:]{8}]");
    }

    @Test
    void an_owner_without_a_heartbeat_for_a_minute_is_taken_over_on_request_alone() throws SQLException {
        Connection owner = owner(61);

        assertBusy(() -> lock.acquire().close()).matches(".* its last heartbeat was 6[1-9] s ago; TAKE_OVER");
        try (Held held = lock.takeOver()) {
            held.requireKept();
            assertThat(owner.isValid(5)).isFalse();
            assertThat(fenceNumber()).isEqualTo(8);
        }
    }

    @Test
    void all_sessions_of_who_is_taken_over_end_also_those_that_are_at_work() throws SQLException {
        owner(61);
        Connection work = others.connect(ELSEWHERE);
        OtherProcesses.execute(work, "begin; select from run_lock where fence = 7 for key share");

        try (Held held = lock.takeOver()) {
            held.requireKept();
            assertThat(work.isValid(5)).isFalse();
        }
    }

    @Test
    void files_that_are_being_put_in_place_are_waited_for() throws Exception {
        owner(61);
        Connection work = others.connect(ELSEWHERE);
        OtherProcesses.execute(work, "select pg_advisory_lock_shared(" + LockSession.FILES + ")");
        CompletableFuture<Boolean> takenOver = CompletableFuture.supplyAsync(() -> {
            try (Held held = lock.takeOver()) {
                held.requireKept();
                return true;
            }
        });
        await().until(() -> database.number(WAITING) == 1);

        assertThat(work.isValid(5)).isTrue();
        letGoOfFiles(work);

        assertThat(takenOver.join()).isTrue();
        assertThat(work.isValid(5)).isFalse();
    }

    /** Its session may be ended before it hears that it did. */
    private static void letGoOfFiles(Connection work) throws SQLException {
        try {
            OtherProcesses.execute(work, "select pg_advisory_unlock_shared(" + LockSession.FILES + ")");
        } catch (SQLException ended) {
            assertThat(ended.getSQLState()).isEqualTo("57P01");
        }
    }

    @Test
    void where_they_are_not_put_in_place_in_time_the_owner_keeps_the_lock() throws SQLException {
        owner(61);
        Connection work = others.connect(ELSEWHERE);
        OtherProcesses.execute(work, "select pg_advisory_lock_shared(" + LockSession.FILES + ")");

        assertBusy(() -> lock(with(Duration.ofMillis(100))).takeOver().close())
                .contains("process 77 on elsewhere", "; end it there, RETRY");
        assertThat(fenceNumber()).isEqualTo(7);
        assertThat(lock.isOwned()).isTrue();
    }

    @Test
    void who_was_taken_over_can_neither_write_nor_change_files() {
        try (Held held = lock.acquire()) {
            database.update("update run_lock set fence = fence + 1");

            assertLost(() -> fence.inTransaction(() -> database.nextRun()));
            assertLost(() -> fence.around(() -> database.nextRun()));
            assertLost(held::requireKept);
        }
        assertLost(() -> fence.inTransaction(() -> database.nextRun()));
        assertThat(database.number("select count(*) from run")).isZero();
    }

    @Test
    void who_writes_is_waited_for_before_the_fence_is_raised() throws Exception {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try (Held held = lock.acquire()) {
            CompletableFuture<Void> write = CompletableFuture.runAsync(() -> fence.inTransaction(written::join));
            await().until(() -> database.number(
                            "select count(*) from pg_locks where relation = 'run_lock'::regclass and mode = 'RowShareLock'")
                    == 1);
            CompletableFuture<Void> raise =
                    CompletableFuture.runAsync(() -> database.update("update run_lock set fence = fence + 1"));
            await().until(() -> database.number(WAITING) == 1);
            assertThat(raise).isNotDone();

            written.complete(null);
            write.join();
            raise.join();
            assertLost(held::requireKept);
        }
    }

    @Test
    void an_owner_whose_session_ends_notices_it() {
        try (Held held = lock.acquire()) {
            database.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)"
                            + " where locktype = 'advisory' and datname = current_database()")
                    .query()
                    .listOfRows();

            await().until(() -> losses.get() == 1);
            assertLost(() -> fence.inTransaction(() -> database.nextRun()));
            assertLost(held::requireKept);
        }
        try (Held held = lock.acquire()) {
            fence.inTransaction(held::requireKept);
        }
    }

    @Test
    void every_owner_raises_the_fence() {
        lock.acquire().close();
        long first = fenceNumber();
        lock.acquire().close();

        assertThat(fenceNumber()).isEqualTo(first + 1);
        assertThat(database.number("select count(*) from run_lock where owner is null"))
                .isEqualTo(1);
    }

    private PostgresRunLock lock(Pulse pulse) {
        return new PostgresRunLock(database.connection(), ZoneOffset.UTC, permit, losses::incrementAndGet, pulse);
    }

    private static Pulse with(Duration patience) {
        return new Pulse(Duration.ofMillis(20), Pulse.USUAL.answer(), Pulse.USUAL.stale(), patience);
    }

    /** Takes the lock for a process of another host, whose heart beat last so many seconds ago. */
    private Connection owner(int secondsAgo) throws SQLException {
        return others.own(ELSEWHERE, secondsAgo);
    }

    private String beatAt() {
        return database.jdbc()
                .sql("select beat_at::text from run_lock")
                .query(String.class)
                .single();
    }

    private long fenceNumber() {
        return database.number("select fence from run_lock");
    }

    private static AbstractStringAssert<?> assertBusy(ThrowingCallable attempt) {
        return assertThat(said(busy(attempt)));
    }

    private static void assertLost(ThrowingCallable attempt) {
        assertEnds(attempt, Kind.FAILED).hasMessageMatching("the (run lock|database) was lost.*");
    }

    private static AbstractThrowableAssert<?, ?> assertEnds(ThrowingCallable attempt, Kind kind) {
        return assertThatThrownBy(attempt)
                .satisfies(failure -> assertThat(problem(failure).kind())
                        .as(failure.toString())
                        .isEqualTo(kind));
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof Problem problem
                ? problem
                : problem(Objects.requireNonNull(failure.getCause(), failure.toString()));
    }
}
