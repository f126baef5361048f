package nightfill.adapter.postgres.recount;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.adapter.postgres.server.TextRows;
import nightfill.application.report.Recount;
import nightfill.application.report.Report;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules as queries that find what breaks them. */
public final class PostgresRecount implements Recount {

    private static final List<Check> OF_A_RUN = Stream.of(
                    LineChecks.OF_A_RUN, BatchChecks.OF_A_RUN, TurnChecks.OF_A_RUN)
            .flatMap(List::stream)
            .toList();
    private static final List<Check> OF_ALL = Stream.of(
                    RunChecks.ALL, LineChecks.OF_ALL, BatchChecks.OF_ALL, TurnChecks.OF_ALL, CountChecks.ALL, OF_A_RUN)
            .flatMap(List::stream)
            .toList();

    private static final int EXAMPLES = 5;

    private static final String UNALLOCATED = """
            select order_id, line_number, sku.code, quantity, reason, run.business_date
            from %s line
                join sku on sku.id = sku_id
                join run on run.id = loaded_run
                left join shortage on shortage.line_id = line.id and shortage.run_id = :last
            order by line.id
            """.formatted(Check.OPEN);

    private static final String STOCK = """
            select reference, sku.code, units + coalesce(allocated, 0) + coalesce(dispatched, 0), eta_text(eta),
                coalesce(allocated, 0), coalesce(dispatched, 0), units
            from %s batch
                join sku on sku.id = sku_id
                left join (
                    select batch_id, sum(quantity) filter (where gone is not true) as allocated,
                        sum(quantity) filter (where gone) as dispatched
                    from (select *, dispatched_run <= :last as gone from %s bound) bound
                    group by batch_id) bound on batch_id = batch.id
            order by sku.code, eta nulls first, reference
            """.formatted(Check.LEFT, Check.BOUND);

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public PostgresRecount(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = RunSql.streaming(dataSource);
    }

    @Override
    public List<Finding> ofAll(Optional<Run> last) {
        long lastId = last.map(Run::id).orElse(0L);
        return OF_ALL.stream().map(check -> finding(check, 0, lastId)).toList();
    }

    @Override
    public List<Finding> of(Run run) {
        Set<Check> sound = sound(run);
        return OF_A_RUN.stream()
                .map(check -> sound.contains(check)
                        ? new Finding(check.name(), 0, List.of())
                        : finding(check, run.id(), run.id()))
                .toList();
    }

    /** The checks that need not be asked. */
    private Set<Check> sound(Run run) {
        RunSql sql = new RunSql(jdbc, run);
        Set<Check> sound = new HashSet<>();
        if (TurnSieve.passes(sql, dataSource)) {
            sound.addAll(TurnSieve.CHECKS);
        }
        if (CarriedSieve.passes(sql)) {
            sound.add(BatchChecks.CARRIED);
        }
        return sound;
    }

    /** The same, but each check is asked. */
    public List<Finding> ofEach(Run run) {
        return OF_A_RUN.stream()
                .map(check -> finding(check, run.id(), run.id()))
                .toList();
    }

    @Override
    public void forEachRow(Run run, Report report, Consumer<List<String>> action) {
        TextRows.forEach(jdbc.sql(query(report)).param("last", run.id()), action);
    }

    private static String query(Report report) {
        return switch (report) {
            case UNALLOCATED -> UNALLOCATED;
            case STOCK -> STOCK;
            default -> throw new IllegalArgumentException(report.fileName() + " does not say how a run left things");
        };
    }

    private Finding finding(Check check, long first, long last) {
        List<Fault> faults = jdbc.sql("select what, count(*) over () from (%s) fault order by what limit %d"
                        .formatted(check.faults(), EXAMPLES))
                .param("first", first)
                .param("last", last)
                .query((row, index) -> new Fault(row.getString(1), row.getLong(2)))
                .list();
        return new Finding(
                check.name(),
                faults.isEmpty() ? 0 : faults.get(0).ofAll(),
                faults.stream().map(Fault::what).toList());
    }

    /** One of that many. */
    private record Fault(String what, long ofAll) {}
}
