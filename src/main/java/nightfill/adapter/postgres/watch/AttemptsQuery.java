package nightfill.adapter.postgres.watch;

import java.util.Collection;
import java.util.List;
import nightfill.application.watch.Attempt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads attempts at runs. */
record AttemptsQuery(JdbcClient jdbc, String zone) {

    /** In the order in which they were made. */
    List<Attempt> of(Collection<Long> runs) {
        return jdbc.sql("""
                select %s
                from %s
                where named.parameter_name = 'run' and named.parameter_value::bigint = any (:runs)
                order by execution.job_execution_id
                """.formatted(Columns.ATTEMPT, Columns.ATTEMPTS))
                .param("zone", zone)
                .param("runs", runs.toArray(Long[]::new))
                .query((row, index) -> Columns.attempt(row))
                .list();
    }
}
