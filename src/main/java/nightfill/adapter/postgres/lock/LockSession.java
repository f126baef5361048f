package nightfill.adapter.postgres.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.adapter.postgres.server.LockOwner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A session of its own that asks for the run lock, holds it, and lets the owner's heart beat. */
final class LockSession implements AutoCloseable {

    /** Held, shared, by whoever puts files in place, and alone by who takes over. */
    static final long FILES = 0x46696C6573L; // "Files"

    static final long RUN = 0x4E69676874L; // "Night"

    /** The sessions that hold an advisory lock, which is the parameter {@code lock}. */
    static final String HOLDERS = """
            (select activity.*
            from pg_locks join pg_stat_activity activity on activity.pid = pg_locks.pid
            where locktype = 'advisory' and granted and (classid::bigint << 32 | objid::bigint) = :lock
                and database = (select oid from pg_database where datname = current_database()))
            """;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final String self = LockOwner.thisProcess().applicationName();
    private boolean holdsFiles;

    LockSession(ConnectionSettings settings, Pulse pulse) throws SQLException {
        connection = settings.open("socketTimeout", pulse.answer());
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("set lock_timeout = " + pulse.patience().toMillis()).update();
    }

    boolean tryLock() {
        return ask("select pg_try_advisory_lock(?)", RUN);
    }

    void unlock() {
        if (knowsFence()) {
            jdbc.sql("update run_lock set owner = null where owner = ?")
                    .param(self)
                    .update();
        }
        ask("select pg_advisory_unlock(?)", RUN);
    }

    Optional<LockHolder> holder() {
        boolean beating = knowsFence();
        return jdbc.sql("""
                select activity.application_name, activity.backend_start, clock_timestamp() as now, %s as beat_at
                from %s activity %s
                """.formatted(
                                beating ? "run_lock.beat_at" : "null::timestamptz",
                                HOLDERS,
                                beating ? "left join run_lock on owner = application_name" : ""))
                .param("lock", RUN)
                .query(LockSession::read)
                .optional();
    }

    static LockHolder read(ResultSet row, int index) throws SQLException {
        return new LockHolder(
                row.getString("application_name"),
                row.getTimestamp("backend_start").toInstant(),
                Optional.ofNullable(row.getTimestamp("beat_at"))
                        .map(Timestamp::toInstant)
                        .orElse(null),
                row.getTimestamp("now").toInstant());
    }

    /** Ends all sessions of a process; one that lives may first have put in place the files that it has begun to. */
    void end(LockHolder process) {
        if (!process.isDead()) {
            keepFilesFrom(process);
        }
        jdbc.sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and application_name = ? and pid <> pg_backend_pid()
                """).param(process.applicationName()).query(Boolean.class).list();
    }

    private void keepFilesFrom(LockHolder process) {
        if (holdsFiles) {
            return;
        }
        try {
            jdbc.sql("select pg_advisory_lock(?)").param(FILES).query().singleRow();
            holdsFiles = true;
        } catch (DataAccessException e) {
            throw DatabaseTrouble.isLockTimeout(e) ? process.puttingFiles(e) : e;
        }
    }

    private void leaveFiles() {
        if (holdsFiles) {
            ask("select pg_advisory_unlock(?)", FILES);
            holdsFiles = false;
        }
    }

    /** Shuts out whoever had the lock before; before the tables are there nobody can be. */
    Optional<Long> raiseFence() {
        if (!knowsFence()) {
            return Optional.empty();
        }
        owner().filter(former -> !former.applicationName().equals(self)).ifPresent(this::end);
        long fence = jdbc.sql("""
                insert into run_lock (fence, owner, since, beat_at)
                values (1, ?, clock_timestamp(), clock_timestamp())
                on conflict ((true)) do update
                set fence = run_lock.fence + 1, owner = excluded.owner, since = excluded.since, beat_at = excluded.beat_at
                returning fence
                """).param(self).query(Long.class).single();
        leaveFiles();
        // a heartbeat need not outlive the server, and must not wait for its disk
        jdbc.sql("set synchronous_commit = off").update();
        return Optional.of(fence);
    }

    /** Who took the lock last and did not let go of it. */
    Optional<LockHolder> owner() {
        return jdbc.sql("""
                select owner as application_name, since as backend_start, clock_timestamp() as now, beat_at
                from run_lock where owner is not null
                """).query(LockSession::read).optional();
    }

    /** Whether the fence is still the one that this session raised. */
    boolean beat(long fence) {
        return jdbc.sql("update run_lock set beat_at = clock_timestamp() where fence = ?")
                        .param(fence)
                        .update()
                == 1;
    }

    boolean isCurrent(long fence) {
        return jdbc.sql("select exists (select from run_lock where fence = ?)")
                .param(fence)
                .query(Boolean.class)
                .single();
    }

    private boolean knowsFence() {
        return jdbc.sql("select to_regclass('run_lock') is not null")
                .query(Boolean.class)
                .single();
    }

    private boolean ask(String question, long lock) {
        return jdbc.sql(question).param(lock).query(Boolean.class).single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
