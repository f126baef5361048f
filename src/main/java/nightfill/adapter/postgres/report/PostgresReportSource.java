package nightfill.adapter.postgres.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.SilentBatches;
import nightfill.application.report.Report;
import nightfill.application.report.ReportSource;
import nightfill.domain.proof.HashTotal;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports' rows and figures from PostgreSQL. */
public final class PostgresReportSource implements ReportSource {

    /** A feed that changes every line would otherwise warn as often, in memory and in the summary. */
    static final int WARNINGS = 1000;

    private static final Set<Report> GATHERED = EnumSet.of(Report.UNALLOCATED, Report.STOCK);

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public PostgresReportSource(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = RunSql.streaming(dataSource);
    }

    @Override
    public String forEachRow(Run run, Report report, Consumer<List<String>> action) {
        RunSql sql = GATHERED.contains(report) ? gathered(run) : new RunSql(jdbc, run);
        HashTotal total = new HashTotal();
        Consumer<List<String>> counted = row -> {
            total.add(row);
            action.accept(row);
        };
        if (report == Report.ALLOCATIONS && AllocationRows.pay(sql)) {
            AllocationRows.forEach(sql, dataSource, counted);
        } else {
            CopyOut.forEach(dataSource, sql.literal(ReportQuery.of(report).inOrder()), counted);
        }
        return total.toString();
    }

    /** Each line that had its turn is reported once, and so is each batch; of them the server keeps an estimate. */
    @Override
    public long expectedRows(Run run) {
        return new RunSql(jdbc, run).prepared("""
                        select coalesce(sum(write_count), 0) + (select greatest(reltuples, 0) from pg_class where oid = 'batch'::regclass)
                        from batch_step_execution step join batch_job_execution_params named using (job_execution_id)
                        where step_name = 'allocate' and named.parameter_name = 'run' and named.parameter_value = :run::text
                        """).query(Long.class).single();
    }

    @Override
    public NightTotals.Lines lines(Run run) {
        return new LinesQuery(new RunSql(jdbc, run)).lines();
    }

    @Override
    public NightTotals totals(Run run, NightTotals.Lines lines) {
        return new TotalsQuery(gathered(run)).totals(lines);
    }

    @Override
    public NightDetail detail(Run run) {
        return new DetailQuery(gathered(run)).detail();
    }

    @Override
    public SilentBatches silent(Run run) {
        return new SilentQuery(gathered(run)).silent();
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

    private RunSql gathered(Run run) {
        RunSql sql = new RunSql(jdbc, run);
        Gathered.of(sql);
        return sql;
    }
}
