package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.application.watch.Times;
import nightfill.domain.watch.Usual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads finished nights, newest first, and in the same go attempts at others. */
record PastQuery(JdbcClient jdbc, String zone) {

    /** The nights of the same weekdays, and the runs that are compared with them. */
    private static final String SAME_WEEKDAY = """
            select distinct run.id, run.business_date, run.number, true as past
            from unnest(:dates::date[]) day
                cross join lateral (
                    select id, business_date, number from run
                    where state = 'FINISHED' and business_date < day and business_date > day - 400
                        and extract(isodow from business_date) = extract(isodow from day)
                    order by business_date desc limit :most) run
            union all
            select id, business_date, number, false from run where id = any (:runs)
            """;

    private static final String LAST = """
            select id, business_date, number, true as past from run where state = 'FINISHED'
            order by business_date desc limit :most
            """;

    private static final String ATTEMPTS = """
            select run.id, run.business_date, run.number, past, %s, %s
            from (%s) run
                left join run_figures on run_figures.run_id = run.id
                left join (%s) on named.parameter_name = 'run' and named.parameter_value::bigint = run.id
            order by run.business_date desc, execution.job_execution_id
            """;

    /** Those of the same weekdays before some dates; adds to {@code attempts} those at some runs, as they were made. */
    List<PastNight> before(Collection<LocalDate> dates, Collection<Long> runs, Collection<Attempt> attempts) {
        List<Attempt> others = new ArrayList<>();
        List<PastNight> nights = nights(
                statement(SAME_WEEKDAY, Usual.NIGHTS)
                        .param("dates", dates.stream().map(LocalDate::toString).toArray(String[]::new))
                        .param("runs", runs.toArray(Long[]::new)),
                others);
        others.stream().sorted(Comparator.comparing(Attempt::id)).forEach(attempts::add);
        return nights;
    }

    List<PastNight> last(int most) {
        return nights(statement(LAST, most), new ArrayList<>());
    }

    private StatementSpec statement(String runs, int most) {
        return jdbc.sql(ATTEMPTS.formatted(Columns.FIGURES, Columns.ATTEMPT, runs, Columns.ATTEMPTS))
                .param("zone", zone)
                .param("most", most);
    }

    private static List<PastNight> nights(StatementSpec statement, List<Attempt> others) {
        Map<Long, PastNight> nights = new LinkedHashMap<>();
        statement.query(row -> {
            if (row.getBoolean("past")) {
                night(nights, row).times().add(Columns.times(row, "started", "ended"));
            } else if (row.getString("status") != null) {
                others.add(Columns.attempt(row));
            }
        });
        return List.copyOf(nights.values());
    }

    private static PastNight night(Map<Long, PastNight> nights, ResultSet row) throws SQLException {
        PastNight night = nights.get(row.getLong("id"));
        if (night == null) {
            night = new PastNight(
                    Columns.name(row), Objects.requireNonNull(Columns.figures(row)), new ArrayList<Times>());
            nights.put(row.getLong("id"), night);
        }
        return night;
    }
}
