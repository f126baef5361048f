package nightfill.adapter.postgres.lock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import nightfill.adapter.postgres.server.LockOwner;
import nightfill.application.watch.Owner;
import nightfill.application.watch.Owner.Heard;
import nightfill.application.watch.Owner.Held;
import nightfill.application.watch.Owner.Session;
import nightfill.application.watch.Owner.Who;
import nightfill.application.watch.Owners;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.Evidence.Signs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks who has the run lock, without asking for it. */
public record PostgresOwners(JdbcClient jdbc) implements Owners {

    /** Who holds the lock comes before one that did, and did not let go of it. */
    private static final String OWNER = """
            select coalesce(holder.application_name, run_lock.owner) as application_name,
                coalesce(run_lock.since, holder.backend_start) as backend_start, beat_at, coalesce(fence, 0) as fence,
                holder.pid is not null as holds, clock_timestamp() as now,
                session.state, session.state_change, session.wait
            from %s holder
                full join (select * from run_lock where owner is not null) run_lock on owner = holder.application_name
                left join lateral (
                    select state, state_change, concat_ws(' ', wait_event_type, wait_event) as wait
                    from pg_stat_activity
                    where datname = current_database() and pid is distinct from holder.pid
                        and application_name = coalesce(holder.application_name, run_lock.owner)
                    order by state <> 'idle' desc, state_change desc limit 1) session on true
            order by holds desc limit 1
            """.formatted(LockSession.HOLDERS);

    @Override
    public Optional<Owner> current() {
        return jdbc.sql(OWNER)
                .param("lock", LockSession.RUN)
                .query(PostgresOwners::owner)
                .optional();
    }

    private static Owner owner(ResultSet row, int index) throws SQLException {
        LockHolder holder = LockSession.read(row, index);
        Heard heard = new Heard(holder.beatAt(), holder.now());
        Signs signs = new Signs(
                row.getBoolean("holds"),
                LockOwner.parse(holder.applicationName())
                        .filter(LockOwner::isOnThisHost)
                        .isPresent(),
                holder.isDead(),
                heard.silence());
        return new Owner(
                who(holder),
                new Held(holder.since(), row.getLong("fence")),
                heard,
                Evidence.of(signs, Pulse.USUAL.stale()),
                session(row));
    }

    private static Who who(LockHolder holder) {
        return LockOwner.parse(holder.applicationName())
                .map(process -> new Who(holder.name(), process.hostForPeople(), process.pid()))
                .orElse(new Who(holder.name(), "", 0));
    }

    private static @Nullable Session session(ResultSet row) throws SQLException {
        Timestamp since = row.getTimestamp("state_change");
        return since == null
                ? null
                : new Session(row.getString("state"), since.toInstant(), orEmpty(row.getString("wait")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
