package nightfill.adapter.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.RunLock;
import nightfill.application.run.RunLock.Held;
import nightfill.application.watch.Owner;
import nightfill.application.watch.Owner.Who;
import nightfill.application.watch.Owners;
import nightfill.domain.watch.Evidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who has the run lock, and what shows whether he lives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresOwnersIT {

    private static final String ELSEWHERE = "nightfill 77 1 00000000@shop-1";
    private static final LockOwner SELF = LockOwner.thisProcess();

    /** Above what any Linux gives to a process. */
    private static final String GONE = new LockOwner(99_999_999, 1, SELF.host()).applicationName();

    private final MigratedDatabase database = new MigratedDatabase();
    private final OtherProcesses others = new OtherProcesses(database.connection());
    private final RunLock lock =
            new PostgresRunLock(database.connection(), ZoneOffset.UTC, new WritePermit(), () -> {});
    private final Owners owners = new PostgresOwners(database.jdbc());

    @AfterEach
    void leave() {
        others.close();
        await().until(() -> !lock.isOwned());
        database.update("truncate run_lock");
    }

    @AfterAll
    void drop() {
        database.close();
    }

    private Owner owner() {
        return owners.current().orElseThrow();
    }

    @Test
    void there_is_none_before_the_first_night_and_after_it() {
        assertThat(owners.current()).isEmpty();
        lock.acquire().close();
        assertThat(owners.current()).isEmpty();
    }

    @Test
    void one_that_holds_the_lock_and_beats_is_alive() {
        try (Held held = lock.acquire()) {
            assertThat(owner().who().process()).isEqualTo(SELF.pid());
            assertThat(owner().who().host()).isEqualTo(SELF.hostForPeople());
            assertThat(owner().evidence()).isEqualTo(Evidence.BEATS);
            assertThat(owner().held().fence()).isEqualTo(1);
            assertThat(owner().heard().silence()).isLessThan(Duration.ofSeconds(10));
            held.requireKept();
        }
    }

    @Test
    void one_elsewhere_is_alive_until_it_is_silent_for_a_minute() throws SQLException {
        others.own(ELSEWHERE, 12);
        assertThat(owner().evidence()).isEqualTo(Evidence.BEATS);
        assertThat(owner().who()).isEqualTo(new Who("process 77 on shop-1", "shop-1", 77));
        assertThat(owner().held().fence()).isEqualTo(7);

        database.update("update run_lock set beat_at = now() - interval '61 seconds'");
        assertThat(owner().evidence()).isEqualTo(Evidence.SILENT_ELSEWHERE);
        assertThat(owner().heard().silence()).isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void one_of_this_host_that_is_silent_may_be_suspended() throws SQLException {
        others.own(SELF.applicationName(), 61);
        assertThat(owner().evidence()).isEqualTo(Evidence.SILENT_HERE);
    }

    @Test
    void one_whose_process_is_gone_from_this_host_is_dead_whatever_its_session_does() throws SQLException {
        others.own(GONE, 1);
        assertThat(owner().evidence()).isEqualTo(Evidence.PROCESS_GONE);
    }

    @Test
    void one_whose_session_has_ended_did_not_let_go_of_the_lock() throws SQLException {
        others.own(ELSEWHERE, 12).close();

        await().untilAsserted(() ->
                assertThat(owners.current().map(Owner::evidence)).isEqualTo(Optional.of(Evidence.SESSION_ENDED)));
        assertThat(owner().who().process()).isEqualTo(77);
    }

    @Test
    void what_its_other_session_does_is_told() throws SQLException {
        others.own(ELSEWHERE, 1);
        assertThat(owner().session()).isNull();

        OtherProcesses.execute(others.connect(ELSEWHERE), "begin; select 1");

        // a server answers a little before it says that it waits
        await().untilAsserted(() -> assertThat(owner().session()).isNotNull().satisfies(session -> {
            assertThat(session.state()).isEqualTo("idle in transaction");
            assertThat(session.waitsFor()).isEqualTo("Client ClientRead");
        }));
    }

    @Test
    void somebody_who_is_not_nightfill_can_hold_it() throws SQLException {
        OtherProcesses.execute(others.connect("psql"), OtherProcesses.LOCK);

        assertThat(owner().who()).isEqualTo(new Who("psql", "", 0));
        assertThat(owner().held().fence()).isZero();
        assertThat(owner().evidence()).isEqualTo(Evidence.SILENT_ELSEWHERE);
    }
}
