package nightfill.adapter.postgres.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.application.watch.Times;
import nightfill.domain.watch.Usual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads finished nights, newest first. */
record PastQuery(JdbcClient jdbc, String zone) {

    private static final String SAME_WEEKDAY = """
            select distinct run.id, run.business_date, run.number
            from unnest(:dates::date[]) day
                cross join lateral (
                    select id, business_date, number from run
                    where state = 'FINISHED' and business_date < day and business_date > day - 400
                        and extract(isodow from business_date) = extract(isodow from day)
                    order by business_date desc limit :most) run
            """;

    private static final String LAST = """
            select id, business_date, number from run where state = 'FINISHED' order by business_date desc limit :most
            """;

    private static final String TIMES = """
            select run.id, run.business_date, run.number, %s, execution.start_time at time zone :zone as started,
                execution.end_time at time zone :zone as ended
            from (%s) run
                join run_figures on run_figures.run_id = run.id
                left join batch_job_execution_params named
                    on named.parameter_name = 'run' and named.parameter_value::bigint = run.id
                left join batch_job_execution execution on execution.job_execution_id = named.job_execution_id
            order by run.business_date desc, execution.job_execution_id
            """;

    /** Those of the same weekdays before some dates. */
    List<PastNight> before(Collection<LocalDate> dates) {
        return nights(statement(SAME_WEEKDAY, Usual.NIGHTS)
                .param("dates", dates.stream().map(LocalDate::toString).toArray(String[]::new)));
    }

    List<PastNight> last(int most) {
        return nights(statement(LAST, most));
    }

    private StatementSpec statement(String runs, int most) {
        return jdbc.sql(TIMES.formatted(Columns.FIGURES, runs))
                .param("zone", zone)
                .param("most", most);
    }

    private static List<PastNight> nights(StatementSpec statement) {
        Map<Long, PastNight> nights = new LinkedHashMap<>();
        statement.query(row -> {
            PastNight night = nights.get(row.getLong("id"));
            if (night == null) {
                night = new PastNight(
                        Columns.name(row), Objects.requireNonNull(Columns.figures(row)), new ArrayList<Times>());
                nights.put(row.getLong("id"), night);
            }
            night.times().add(Columns.times(row, "started", "ended"));
        });
        return List.copyOf(nights.values());
    }
}
