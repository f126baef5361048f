package nightfill.adapter.postgres.load;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nightfill.adapter.postgres.load.SiftedRows.NewLine;
import nightfill.adapter.postgres.server.CopyIn;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads order lines straight to where they stay. A row that cannot be read, or whose line may be known already, waits with
 * those of other feeds for the moment when the feeds take effect.
 */
final class LineLoader {

    private static final String READ_BEFORE = """
            select order_id, line_number, code, quantity
            from order_line join sku on sku.id = sku_id
            where loaded_run = :run
            union all
            select order_id, line_number, sku, quantity from staged_line
            where run_id = :run and %s and reason is null
            """.formatted(RunSql.WITH_NEW_LINES);

    private static final String KNOWN = """
            select place
            from unnest(:orders, :numbers, :skus, :quantities)
                with ordinality asked (order_id, line_number, sku_id, quantity, place)
            where exists (
                select from order_line
                where (order_line.order_id, order_line.line_number, order_line.sku_id, order_line.quantity)
                    = (asked.order_id, asked.line_number, asked.sku_id, asked.quantity))
            """;

    private final Run run;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SeenLines seen;
    private final SkuIds skus;
    private final long turnsBefore;
    private boolean meetsKnown;
    private int lastRow;

    private LineLoader(Run run, DataSource dataSource, JdbcClient jdbc, SeenLines seen, long turnsBefore, int lastRow) {
        this.run = run;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.seen = seen;
        this.skus = new SkuIds(jdbc);
        this.turnsBefore = turnsBefore;
        this.lastRow = lastRow;
    }

    /** Goes on behind what the run has read. */
    static LineLoader of(Run run, int lastRow, DataSource dataSource, JdbcClient jdbc) {
        RunSql sql = new RunSql(RunSql.streaming(dataSource), run);
        if (lastRow == 0) {
            sql.prepared("select drop_line_indexes()").query().singleRow();
        }
        long bytes = sql.prepared(
                        "select coalesce(max(bytes), 0) from accepted_feed where run_id = :run and feed = 'order_lines'")
                .query(Long.class)
                .single();
        SeenLines seen = new SeenLines(bytes);
        sql.prepared(READ_BEFORE).query((RowCallbackHandler) row -> {
            OrderLine line = new OrderLine(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
            seen.meets(line);
            seen.meetsNumber(line);
        });
        long turnsBefore = sql.prepared("select " + RunSql.TURNS_BEFORE_ORDER_LINES)
                .query(Long.class)
                .single();
        return new LineLoader(run, dataSource, jdbc, seen, turnsBefore, lastRow);
    }

    /** Whether that row of that run is the last one that it has read. */
    boolean isBehind(Run other, int row) {
        return run.id() == other.id() && lastRow == row;
    }

    /** Loads rows that follow those read before. */
    void load(List<? extends FeedRecord> rows) {
        SiftedRows sifted = new SiftedRows(rows, seen, skus);
        List<FeedRecord> waiting = sifted.waiting();
        load(sifted, sifted.told(), waiting);
        List<NewLine> ofNewSkus = sifted.learnNewSkus();
        if (!ofNewSkus.isEmpty()) {
            load(ofNewSkus, ofNewSkus, waiting);
        }
        StagedCopy.send(dataSource, run, Feed.ORDER_LINES, waiting);
        note(rows.get(rows.size() - 1), units(sifted.told()) + units(ofNewSkus), sifted.numbersMet());
    }

    /**
     * Loads those that nobody knows, and lets the others wait.
     *
     * @param told all of them, once they were asked for; in the end, those that were loaded
     */
    private void load(Iterable<NewLine> lines, List<NewLine> told, List<FeedRecord> waiting) {
        if (meetsKnown || !copied(lines)) {
            meetsKnown = true;
            lines.forEach(rest -> {});
            sift(told, waiting);
            copy(told);
        }
    }

    /** Whether none of the lines was known; otherwise none is loaded. */
    private boolean copied(Iterable<NewLine> lines) {
        jdbc.sql("savepoint lines").update();
        try {
            copy(lines);
            return true;
        } catch (DuplicateKeyException e) {
            jdbc.sql("rollback to savepoint lines").update();
            return false;
        }
    }

    private void copy(Iterable<NewLine> lines) {
        CopyIn.send(
                dataSource,
                "copy order_line (id, order_id, line_number, sku_id, quantity, loaded_run, feed_line) from stdin",
                lines,
                this::add);
    }

    private void add(CopyIn copy, NewLine it) {
        copy.value(turn(it.row()))
                .value(it.line().orderId())
                .value(it.line().lineNumber())
                .value(it.sku())
                .value(it.line().quantity())
                .value(run.id())
                .value(
                        it.row().line() == it.row().number() + 1
                                ? null
                                : it.row().line());
    }

    /** Lets those wait whose lines are known. */
    private void sift(List<NewLine> told, List<FeedRecord> waiting) {
        Set<NewLine> known = jdbc.sql(KNOWN)
                .param("orders", told.stream().map(it -> it.line().orderId()).toArray(String[]::new))
                .param(
                        "numbers",
                        told.stream().map(it -> it.line().lineNumber()).toArray(String[]::new))
                .param("skus", told.stream().map(NewLine::sku).toArray(Integer[]::new))
                .param(
                        "quantities",
                        told.stream().map(it -> it.line().quantity()).toArray(Integer[]::new))
                .query((row, index) -> told.get(row.getInt(1) - 1))
                .set();
        told.removeAll(known);
        known.forEach(it -> waiting.add(it.row()));
    }

    private void note(FeedRecord last, long units, List<FeedRecord> numbersMet) {
        jdbc.sql("insert into read_lines values (?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        last.number(),
                        last.next().offset(),
                        last.next().line(),
                        units,
                        numbersMet.stream().map(this::turn).toArray(Long[]::new))
                .update();
        lastRow = last.number();
    }

    private static long units(List<NewLine> lines) {
        return lines.stream().mapToLong(it -> it.line().quantity()).sum();
    }

    private long turn(FeedRecord row) {
        return turnsBefore + row.number();
    }
}
