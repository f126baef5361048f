package nightfill.adapter.postgres.watch;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightRecords.Nights;
import nightfill.application.watch.RunFacts;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a page of nights. */
record NightsQuery(JdbcClient jdbc, String zone) {

    /** Walks dates backwards, and ends as soon as it has a page. */
    private static final String RUNS = """
            with night as (
                    select distinct on (business_date) business_date, id, state
                    from run
                    where business_date < coalesce(:before::date, date '9999-01-01')
                        and business_date between coalesce(:from::date, date '1000-01-01')
                            and coalesce(:to::date, date '9999-01-01')
                    order by business_date desc, state in ('LOADING', 'ALLOCATING') desc, state = 'FINISHED' desc,
                        id desc),
                page as (select business_date, night.id as shown from night %s order by business_date desc limit :most)
            select %s, run.id = shown as shown
            from page join run using (business_date) left join run_figures on run_figures.run_id = run.id
            order by business_date desc, run.id desc
            """;

    private static final String SELECTED = """
            left join lateral (
                select execution.status, exit_code, exit_message
                from batch_job_execution_params named join batch_job_execution execution using (job_execution_id)
                where named.parameter_name = 'run' and named.parameter_value::bigint = night.id
                order by named.job_execution_id desc limit 1) last on true
            where (:text = '' or position(lower(:text) in lower(last.exit_message)) > 0 or exists (
                    select from audit_log noted
                    where noted.note <> '' and left(noted.subject, 10) = business_date::text
                        and position(lower(:text) in lower(noted.note)) > 0))
                and %s
            """;

    private static final String UNDER_WAY = """
            night.state in ('LOADING', 'ALLOCATING')
                and coalesce(last.status, 'STARTING') in ('STARTING', 'STARTED', 'STOPPING')""";

    private static final String OPEN = "night.state in ('LOADING', 'ALLOCATING', 'DISCARDED')";

    Nights nights(NightFilter filter, @Nullable LocalDate before, int most) {
        List<RunFacts> shown = new ArrayList<>();
        List<RunFacts> earlier = new ArrayList<>();
        jdbc.sql(RUNS.formatted(condition(filter), Columns.RUN))
                .param("before", before, Types.DATE)
                .param("from", filter.from(), Types.DATE)
                .param("to", filter.to(), Types.DATE)
                .param("text", filter.text())
                .param("most", most)
                .query(row -> {
                    (row.getBoolean("shown") ? shown : earlier).add(Columns.run(row));
                });
        PastQuery past = new PastQuery(jdbc, zone);
        List<Attempt> attempts = new ArrayList<>();
        return new Nights(shown, earlier, attempts, past.before(dates(shown), runs(shown), attempts));
    }

    private static List<Long> runs(List<RunFacts> shown) {
        return shown.stream().map(RunFacts::id).toList();
    }

    private static List<LocalDate> dates(List<RunFacts> shown) {
        return shown.stream().map(run -> run.name().date()).toList();
    }

    private static String condition(NightFilter filter) {
        NightStatus status = filter.status();
        if (status == null && filter.text().isEmpty()) {
            return "";
        }
        return SELECTED.formatted(status == null ? "true" : condition(status));
    }

    /** Of what is under way the owner of the run lock decides, whom the query does not know: it lets all of it pass. */
    private static String condition(NightStatus status) {
        return switch (status) {
            case FINISHED, ABANDONED, REPLACED -> "night.state = '%s'".formatted(status);
            case RUNNING, STOPPING, SILENT -> UNDER_WAY;
            case KILLED ->
                "(%s or %s and coalesce(exit_code, '%s') = '%3$s')".formatted(UNDER_WAY, OPEN, Recorded.DIED);
            case STOPPED -> OPEN + " and last.status = 'STOPPED'";
            case REFUSED, UNBALANCED -> OPEN + " and last.status = 'FAILED' and exit_code = '%s'".formatted(status);
            case FAILED ->
                OPEN
                        + " and last.status = 'FAILED' and exit_code not in ('REFUSED', 'UNBALANCED', '%s')"
                                .formatted(Recorded.DIED);
        };
    }
}
