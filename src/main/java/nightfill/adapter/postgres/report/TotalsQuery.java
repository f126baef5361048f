package nightfill.adapter.postgres.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import nightfill.adapter.postgres.night.FeedUnitsQuery;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.NightTotals.Faults;
import nightfill.application.figures.NightTotals.Promises;
import nightfill.application.figures.NightTotals.PromisesBefore;
import nightfill.application.figures.NightTotals.Stock;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;

/** Counts a run's figures but those of its lines, one query each; "before" is what stood when the run began, by the runs that rows carry. */
record TotalsQuery(RunSql sql) {

    private static final String STANDING_BEFORE = "from_run < :run and (until_run is null or until_run = :run)";

    /** Whether the batch of what is promised now has another ETA since the run. */
    private static final String OTHER_ETA = """
            exists (
                select from batch_value later join batch_value earlier using (batch_id)
                where batch_id = now.batch_id and later.from_run = :run and earlier.until_run = :run
                    and later.eta is distinct from earlier.eta)""";

    /** Lines that lost their batch in the run and have it again. */
    private static final String HAVE_IT_AGAIN = """
            select line_id from standing_allocation now
            where (line_id, batch_id, quantity) = (lost.line_id, lost.batch_id, lost.quantity) and dispatched_run is null
                and not %s""".formatted(OTHER_ETA);

    /** Of what was promised before the run, the goods not gone then: what is promised alike after it. */
    private static final String KEPT = """
            (select quantity from standing_allocation now
            where from_run < :run and dispatched_run is null and not %s
            union all
            select quantity from ended_allocation lost
            where until_run = :run and from_run < :run and exists (%s)) promise
            """.formatted(OTHER_ETA, HAVE_IT_AGAIN);

    /** What is not, although it was neither cancelled nor has left. */
    private static final String CHANGED = """
            (select line_id, quantity from standing_allocation now
            where from_run < :run and dispatched_run is null and %s
            union all
            select line_id, quantity from ended_allocation lost
            where until_run = :run and from_run < :run and not exists (%s)) promise
            where not exists (select from line where id = line_id and cancelled_run is not null)
                and not exists (
                    select from standing_allocation gone
                    where gone.line_id = promise.line_id and dispatched_run is not null)
            """.formatted(OTHER_ETA, HAVE_IT_AGAIN);

    private static final String TAKEN =
            "select sum(lines) as lines, sum(promised) as promised, sum(gone_lines) as gone_lines, sum(gone) as gone from";

    NightTotals totals(NightTotals.Lines lines) {
        return new NightTotals(lines, unallocated(), promises(), stock(), new FeedUnitsQuery(sql).units(), faults());
    }

    private Map<ShortageReason, Tally> unallocated() {
        Map<ShortageReason, Tally> byReason = new EnumMap<>(ShortageReason.class);
        sql.prepared("""
                select reason, count(*), sum(quantity) from open_line group by reason
                """).query(row -> {
            byReason.put(ShortageReason.valueOf(row.getString(1)), new Tally(row.getLong(2), row.getLong(3)));
        });
        return byReason;
    }

    private Promises promises() {
        PromisesBefore ofBefore = promisesBefore();
        return sql.prepared("""
                        select before.lines, before.promised, after.lines, after.promised,
                            before.gone_lines, before.gone, after.gone_lines, after.gone
                        from (%1$s batch_taken) before, (%1$s bound) after
                        """.formatted(TAKEN))
                .query((row, index) ->
                        new Promises(tally(row, 1), tally(row, 3), tally(row, 5), tally(row, 7), ofBefore))
                .single();
    }

    /** Compares all that was promised before the run with all that is promised after it. */
    private PromisesBefore promisesBefore() {
        return new PromisesBefore(
                tally(KEPT),
                tally(CHANGED),
                tally("allocation where until_run = :run and cause = 'CANCELLED'"),
                tally("allocation where dispatched_run = :run and from_run < :run"));
    }

    private Stock stock() {
        Tally before = tally("batch_value where " + STANDING_BEFORE);
        Tally added = tally("batch_value join batch on batch.id = batch_id where first_run = :run and from_run = :run");
        return new Stock(before, added, number("""
                        select coalesce(sum(later.quantity - earlier.quantity), 0)
                        from batch_value later join batch_value earlier using (batch_id)
                        where later.from_run = :run and earlier.until_run = :run
                        """), tally("batch_value where until_run is null"), left());
    }

    private Summary.Stock left() {
        return sql.prepared("""
                        select sum(units) filter (where eta is null), sum(units) filter (where eta is not null),
                            sum(units) filter (where eta < :date)
                        from (
                            select eta, value.quantity - coalesce(gone, 0) as units
                            from batch_value value left join bound using (batch_id)
                            where until_run is null) batch
                        """)
                .query((row, index) -> new Summary.Stock(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private Faults faults() {
        return new Faults(number("""
                select count(*) from bound join batch_value value using (batch_id)
                where value.until_run is null and promised + gone > value.quantity
                """), number("""
                select count(*) from (
                    select line_id from standing_allocation standing join ended_allocation ended using (line_id)
                    where standing.from_run < ended.until_run and (standing.from_run = :run or ended.until_run = :run)
                    group by line_id) twice
                """));
    }

    private Tally tally(String from) {
        return tally(sql, from);
    }

    static Tally tally(RunSql sql, String from) {
        return sql.prepared("select count(*), coalesce(sum(quantity), 0) from " + from)
                .query((row, index) -> tally(row, 1))
                .single();
    }

    static Tally tally(ResultSet row, int column) throws SQLException {
        return new Tally(row.getLong(column), row.getLong(column + 1));
    }

    private long number(String query) {
        return sql.prepared(query).query(Long.class).single();
    }
}
