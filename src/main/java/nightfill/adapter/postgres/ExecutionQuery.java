package nightfill.adapter.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nightfill.application.port.Executions.Execution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the job repository's tables in one query; the framework's own listings take one for each row. */
public final class ExecutionQuery {

    /** The framework keeps a stack trace, which begins with the exception's name. */
    private final JdbcClient jdbc;

    public ExecutionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest executions first, of one date or of all. */
    public List<Execution> list(Optional<LocalDate> date, int most) {
        return jdbc.sql("""
                select execution.job_execution_id, run.id as run_id, run.business_date, run.number, run.state,
                    execution.status, execution.start_time, execution.end_time, step.step_name,
                    coalesce(nullif(execution.exit_message, ''), step.exit_message) as message
                from batch_job_execution execution
                    join batch_job_execution_params parameter
                        on parameter.job_execution_id = execution.job_execution_id and parameter.parameter_name = 'run'
                    join run on run.id = parameter.parameter_value::bigint
                    left join lateral (
                        select step_name, exit_message from batch_step_execution
                        where batch_step_execution.job_execution_id = execution.job_execution_id
                        order by step_execution_id desc limit 1) step on true
                where run.business_date = coalesce(:date::date, run.business_date)
                order by execution.job_execution_id desc
                limit :most
                """)
                .param("date", date.orElse(null), Types.DATE)
                .param("most", most)
                .query(ExecutionQuery::execution)
                .list();
    }

    private static Execution execution(ResultSet row, int index) throws SQLException {
        return new Execution(
                row.getLong("job_execution_id"),
                row.getLong("run_id"),
                row.getObject("business_date", LocalDate.class),
                row.getInt("number"),
                row.getString("state"),
                row.getString("status"),
                row.getObject("start_time", LocalDateTime.class),
                row.getObject("end_time", LocalDateTime.class),
                row.getString("step_name"),
                Optional.ofNullable(row.getString("message"))
                        .flatMap(message -> message.lines().findFirst())
                        .orElse(null));
    }
}
