package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Owed;
import nightfill.application.watch.NightRecords.Undone;
import nightfill.domain.run.RunName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads, in one go, what was begun and is not done; a note answers what was before it. */
record UndoneQuery(JdbcClient jdbc, String zone) {

    private static final int MOST = 100;

    static final String UNDONE = """
            select * from (
                    select %s, attempt.*, exists (
                        select from audit_log answer
                        where answer.note <> '' and answer.act = :act and answer.outcome = '' and left(answer.subject, 10) = business_date::text
                            and answer.at > coalesce(attempt.ended, attempt.started, '-infinity')) as answered
                    from run left join run_figures on run_figures.run_id = run.id
                        left join lateral (
                            select %s from %s
                            where named.parameter_name = 'run' and named.parameter_value::bigint = run.id
                            order by named.job_execution_id desc limit 1) attempt on true
                    where run.state in ('LOADING', 'ALLOCATING', 'DISCARDED')
                        and not exists (
                            select from run later where later.business_date = run.business_date and later.id > run.id)
                    order by run.business_date desc limit :most) unfinished
                full join (
                    select business_date as owed_date, number as owed_number, directory
                    from publication join run on run.id = run_id
                    where not stands and state in ('FINISHED', 'REPLACED')
                    order by business_date desc, number desc, directory limit :most) owed on false
            order by business_date desc, owed_date desc, owed_number desc, directory
            """.formatted(Columns.RUN, Columns.ATTEMPT, Columns.ATTEMPTS);

    Undone undone() {
        Undone undone = new Undone(new ArrayList<>(), new ArrayList<>());
        jdbc.sql(UNDONE)
                .param("act", NeedsAttention.NOTE)
                .param("zone", zone)
                .param("most", MOST)
                .query(row -> {
                    add(undone, row);
                });
        return undone;
    }

    private static void add(Undone undone, ResultSet row) throws SQLException {
        if (row.getString("directory") == null) {
            boolean attempted = row.getString("status") != null;
            undone.unfinished()
                    .add(new LastTry(
                            Columns.run(row), attempted ? Columns.attempt(row) : null, row.getBoolean("answered")));
        } else {
            RunName run = new RunName(row.getObject("owed_date", LocalDate.class), row.getInt("owed_number"));
            undone.owed().add(new Owed(run, row.getString("directory")));
        }
    }
}
