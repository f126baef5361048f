package nightfill.adapter.postgres.report;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TextRows;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.application.report.Report;
import nightfill.application.report.ReportSource;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports' rows and figures from PostgreSQL. */
public final class PostgresReportSource implements ReportSource {

    /** A feed that changes every line would otherwise warn as often, in memory and in the summary. */
    static final int WARNINGS = 1000;

    /** Bytes of rejected rows that are fetched at once; one such row can hold a megabyte. */
    private static final int AT_ONCE = 1 << 22;

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public PostgresReportSource(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = RunSql.streaming(dataSource);
    }

    @Override
    public void forEachRow(Run run, Report report, Consumer<List<String>> action) {
        JdbcClient rows = report == Report.REJECTS ? RunSql.streaming(dataSource, rejectsAtOnce(run)) : jdbc;
        TextRows.forEach(new RunSql(rows, run).prepared(ReportQuery.of(report).inOrder()), action);
    }

    /** Only a run that loads has rows that are still staged. */
    private int rejectsAtOnce(Run run) {
        return new RunSql(jdbc, run)
                .prepared("""
                        select least(:most, :bytes / greatest(max(octet_length(raw)), 1)) from (
                            select raw from reject where run_id = :run
                            union all
                            select raw from staged_line
                            where run_id = :run and reason is not null
                                and (select state from run where id = :run) = 'LOADING'
                            union all
                            select raw from staged_batch
                            where run_id = :run and reason is not null
                                and (select state from run where id = :run) = 'LOADING') rejected
                        """)
                .param("most", RunSql.FETCH_SIZE)
                .param("bytes", AT_ONCE)
                .query(Integer.class)
                .single();
    }

    @Override
    public String hashTotal(Run run, Report report) {
        return new RunSql(jdbc, run)
                .prepared(ReportQuery.of(report).hashTotal(report.columns().size()))
                .query(String.class)
                .single();
    }

    @Override
    public NightTotals totals(Run run) {
        return new TotalsQuery(new RunSql(jdbc, run)).totals();
    }

    @Override
    public NightDetail detail(Run run) {
        return new DetailQuery(new RunSql(jdbc, run)).detail();
    }

    @Override
    public SilentBatches silent(Run run) {
        return new SilentQuery(new RunSql(jdbc, run)).silent();
    }

    @Override
    public List<String> warnings(Run run) {
        return new RunSql(jdbc, run)
                .prepared("""
                        (select text from warning where run_id = :run
                            order by accepted is null, number
                            limit :most)
                        union all
                        select format('and %s more', count(*) - :most) from warning where run_id = :run
                        having count(*) > :most
                        """)
                .param("most", WARNINGS)
                .query(String.class)
                .list();
    }
}
