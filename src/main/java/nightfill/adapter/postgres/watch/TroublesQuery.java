package nightfill.adapter.postgres.watch;

import java.util.List;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Owed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was begun and is not done. */
record TroublesQuery(JdbcClient jdbc, String zone) {

    private static final int MOST = 100;

    private static final String UNFINISHED = """
            select %s, attempt.*
            from run left join run_figures on run_figures.run_id = run.id
                left join lateral (
                    select %s from %s
                    where named.parameter_name = 'run' and named.parameter_value::bigint = run.id
                    order by named.job_execution_id desc limit 1) attempt on true
            where run.state in ('LOADING', 'ALLOCATING', 'DISCARDED')
                and not exists (
                    select from run later where later.business_date = run.business_date and later.id > run.id)
            order by run.business_date desc limit :most
            """.formatted(Columns.RUN, Columns.ATTEMPT, Columns.ATTEMPTS);

    List<LastTry> unfinished() {
        return jdbc.sql(UNFINISHED)
                .param("zone", zone)
                .param("most", MOST)
                .query((row, index) ->
                        new LastTry(Columns.run(row), row.getString("status") == null ? null : Columns.attempt(row)))
                .list();
    }

    List<Owed> owed() {
        return jdbc.sql("""
                select business_date, number, directory
                from publication join run on run.id = run_id
                where not stands and state in ('FINISHED', 'REPLACED')
                order by business_date desc, number desc, directory limit :most
                """)
                .param("most", MOST)
                .query((row, index) -> new Owed(Columns.name(row), row.getString("directory")))
                .list();
    }
}
