package nightfill.adapter.postgres.lock;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.ZoneOffset;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.Fence;
import nightfill.application.run.RunLock;
import nightfill.application.run.RunLockContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** The run lock and the fence together keep their contract. */
@Timeout(120)
class PostgresFenceIT extends RunLockContract {

    /** Other tests hold locks on other databases of the same server. */
    private static final String LOCKS_HERE = "from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    private static final MigratedDatabase DATABASE = new MigratedDatabase();
    private static final String ELSEWHERE = "nightfill 77 1 00000000@elsewhere";

    /** Above what any Linux gives to a process. */
    private static final String DEAD =
            new LockOwner(99_999_999, 1, LockOwner.thisProcess().host()).applicationName();

    private final OtherProcesses others = new OtherProcesses(DATABASE.connection());
    private final WritePermit permit = new WritePermit();
    private final PostgresFence fence = new PostgresFence(DATABASE.dataSource(), permit);
    private final RunLock lock = new PostgresRunLock(DATABASE.connection(), ZoneOffset.UTC, permit, () -> {});

    @AfterEach
    void leave() {
        letGo();
        DATABASE.update("truncate run_lock");
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected RunLock lock() {
        return lock;
    }

    @Override
    protected Fence fence() {
        return fence;
    }

    @Override
    protected void beOwnedElsewhere(int secondsAgo) {
        own(ELSEWHERE, secondsAgo);
    }

    @Override
    protected void beOwnedByTheDead() {
        own(DEAD, 1);
    }

    /** Who takes over ends the sessions of the former owner, and raises the fence. */
    @Override
    protected void beTakenOver() {
        DATABASE.jdbc()
                .sql("select pg_terminate_backend(pid) " + LOCKS_HERE)
                .query()
                .listOfRows();
        await().until(() -> DATABASE.number("select count(*) " + LOCKS_HERE) == 0);
        DATABASE.update("update run_lock set fence = fence + 1");
        own(ELSEWHERE, 0);
    }

    @Override
    protected void letGo() {
        others.close();
        await().until(() -> !lock.isOwned());
    }

    @Override
    protected void write() {
        DATABASE.update("insert into sku (code) values ('SKU-' || (select count(*) from sku))");
    }

    @Override
    protected int rows() {
        return (int) DATABASE.number("select count(*) from sku");
    }

    private void own(String applicationName, int secondsAgo) {
        try {
            others.own(applicationName, secondsAgo);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
