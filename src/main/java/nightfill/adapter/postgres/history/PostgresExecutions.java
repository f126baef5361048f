package nightfill.adapter.postgres.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.postgres.access.ActorRow;
import nightfill.application.run.Executions;
import nightfill.domain.access.Actor;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Executions as the job repository keeps them, read in one query; the framework's own listings take one for each row. */
public record PostgresExecutions(JdbcClient jdbc) implements Executions {

    private static final String LIST = """
            select execution.job_execution_id, run.id as run_id, run.business_date, run.number, run.state,
                run.after_restore,
                execution.status,
                coalesce(execution.started_at, execution.start_time::timestamptz) as started_at,
                coalesce(execution.ended_at, execution.end_time::timestamptz) as ended_at,
                extract(epoch from coalesce(
                    execution.ended_at - execution.started_at, execution.end_time - execution.start_time)) as seconds,
                step.step_name, step.read_count, step.share, step.phase, step.phases, step.phase_name,
                case when step.status = 'STARTED' and execution.status = 'STARTED'
                    then extract(epoch from clock_timestamp() - step.started_at) end as under_way,
                coalesce(nullif(execution.exit_message, ''), step.exit_message) as message,
                asked.actor_kind, asked.actor_name, asked.actor_origin
            from batch_job_execution execution
                join batch_job_execution_params parameter
                    on parameter.job_execution_id = execution.job_execution_id and parameter.parameter_name = 'run'
                join run on run.id = parameter.parameter_value::bigint
                left join lateral (
                    select * from batch_step_execution
                    where batch_step_execution.job_execution_id = execution.job_execution_id
                    order by step_execution_id desc limit 1) step on true
                left join batch_job_execution_params request
                    on request.job_execution_id = execution.job_execution_id and request.parameter_name = 'asked'
                left join audit_log asked on asked.id = request.parameter_value::bigint
            where run.business_date = coalesce(:date::date, run.business_date)
            order by execution.job_execution_id desc
            limit :most
            """;

    @Override
    public List<Execution> list(Optional<LocalDate> date, int most) {
        return jdbc.sql(LIST)
                .param("date", date.orElse(null), Types.DATE)
                .param("most", most)
                .query(PostgresExecutions::execution)
                .list();
    }

    @Override
    public Optional<Execution> requestStop(Optional<Long> id) {
        Optional<Execution> underWay = list(Optional.empty(), 1).stream()
                .filter(execution -> Recorded.isOpen(execution.status()))
                .filter(execution -> id.isEmpty() || id.get() == execution.id())
                .findFirst();
        return underWay.filter(execution -> execution.status().equals("STOPPING") || requestStop(execution.id()));
    }

    /** Touches nothing but the status, and that only while it works; its new version lets the job look at it. */
    private boolean requestStop(long id) {
        return jdbc.sql("""
                update batch_job_execution set status = 'STOPPING', version = version + 1
                where job_execution_id = ? and status in ('STARTING', 'STARTED')
                """).param(id).update() == 1;
    }

    private static Execution execution(ResultSet row, int index) throws SQLException {
        return new Execution(
                row.getLong("job_execution_id"),
                new WorkedRun(
                        row.getLong("run_id"),
                        new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number")),
                        row.getString("state"),
                        row.getBoolean("after_restore")),
                row.getString("status"),
                new Period(moment(row, "started_at"), moment(row, "ended_at"), took(row)),
                new Reached(
                        row.getString("step_name"),
                        Optional.ofNullable(row.getString("message"))
                                .flatMap(message -> message.lines().findFirst())
                                .orElse(null),
                        phase(row),
                        pace(row)),
                startedBy(row));
    }

    /** The phase that a row of {@code batch_step_execution} is at, or was at last. */
    public static @Nullable Phase phase(ResultSet row) throws SQLException {
        return row.getString("phase_name") == null
                ? null
                : new Phase(row.getInt("phase"), row.getInt("phases"), row.getString("phase_name"));
    }

    private static @Nullable Pace pace(ResultSet row) throws SQLException {
        double seconds = row.getDouble("under_way");
        return row.wasNull()
                ? null
                : new Pace(
                        row.getLong("read_count"),
                        Duration.ofMillis((long) (1000 * Math.max(0, seconds))),
                        row.getObject("share", Double.class));
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null
                ? null
                : moment.atZoneSameInstant(ZoneId.systemDefault()).toOffsetDateTime();
    }

    private static @Nullable Duration took(ResultSet row) throws SQLException {
        long seconds = row.getLong("seconds");
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Actor startedBy(ResultSet row) throws SQLException {
        return row.getString("actor_kind") == null ? null : ActorRow.read(row);
    }
}
