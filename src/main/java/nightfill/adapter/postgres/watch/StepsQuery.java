package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nightfill.adapter.postgres.history.PostgresExecutions;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunRecord.Counts;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.domain.watch.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The attempts at some runs, and their steps, in the order in which they were made. */
record StepsQuery(Map<Long, Attempt> found, List<StepRecord> steps) {

    private static final String STEPS = """
            select %s, step.step_name, step.status as step_status,
                coalesce(step.started_at, step.start_time at time zone :zone) as step_started,
                coalesce(step.ended_at, step.end_time at time zone :zone) as step_ended, step.read_count, step.write_count,
                step.share, step.phase, step.phases, step.phase_name,
                step.last_updated at time zone coalesce(step.zone, :zone) as step_heard,
                case when named.parameter_value::bigint = :own then step.exit_message end as step_message
            from %s
                left join batch_step_execution step on step.job_execution_id = execution.job_execution_id
            where named.parameter_name = 'run' and named.parameter_value::bigint = any (:runs)
            order by execution.job_execution_id, step.step_execution_id
            """.formatted(Columns.ATTEMPT, Columns.ATTEMPTS);

    static StepsQuery of(JdbcClient jdbc, String zone, RunFacts own, List<RunFacts> last, List<RunFacts> weekdays) {
        Set<Long> runs = new LinkedHashSet<>(Set.of(own.id()));
        last.forEach(run -> runs.add(run.id()));
        weekdays.forEach(run -> runs.add(run.id()));
        StepsQuery read = new StepsQuery(new LinkedHashMap<>(), new ArrayList<>());
        jdbc.sql(STEPS)
                .param("zone", zone)
                .param("own", own.id())
                .param("runs", runs.toArray(Long[]::new))
                .query(row -> {
                    read.add(row);
                });
        return read;
    }

    private void add(ResultSet row) throws SQLException {
        Attempt attempt = Columns.attempt(row);
        found.put(attempt.id(), attempt);
        String name = row.getString("step_name");
        if (name != null) {
            steps.add(new StepRecord(
                    attempt.id(),
                    attempt.run(),
                    name,
                    new Recorded(row.getString("step_status"), "", Columns.text(row, "step_message")),
                    Columns.times(row, "step_started", "step_ended"),
                    new Counts(
                            row.getLong("read_count"),
                            row.getLong("write_count"),
                            Columns.instant(row, "step_heard"),
                            Columns.share(row),
                            PostgresExecutions.phase(row))));
        }
    }

    List<Attempt> attempts(RunFacts run) {
        return found.values().stream()
                .filter(attempt -> attempt.run() == run.id())
                .toList();
    }

    List<PastNight> past(List<RunFacts> finished) {
        return finished.stream()
                .map(run -> new PastNight(
                        run.name(),
                        Objects.requireNonNull(run.figures()),
                        attempts(run).stream().map(Attempt::times).toList()))
                .toList();
    }
}
