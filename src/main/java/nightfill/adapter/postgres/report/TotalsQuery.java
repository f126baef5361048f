package nightfill.adapter.postgres.report;

import java.util.EnumMap;
import java.util.Map;
import nightfill.adapter.postgres.night.FeedUnitsQuery;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.NightTotals.Cancelled;
import nightfill.application.figures.NightTotals.Faults;
import nightfill.application.figures.NightTotals.Lines;
import nightfill.application.figures.NightTotals.Outcome;
import nightfill.application.figures.NightTotals.Promises;
import nightfill.application.figures.NightTotals.PromisesBefore;
import nightfill.application.figures.NightTotals.Released;
import nightfill.application.figures.NightTotals.Stock;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;

/** Counts a run's figures, one query each; "before" is what stood when the run began, by the runs that rows carry. */
record TotalsQuery(RunSql sql) {

    private static final String OPEN_BEFORE = """
            line where loaded_run < :run and (cancelled_run is null or cancelled_run = :run)
                and (left_run is null or left_run = :run)
                and not exists (
                    select from allocation
                    where line_id = line.id and from_run < :run and (until_run is null or until_run = :run))""";
    private static final String OPEN_AFTER = """
            line where cancelled_run is null and left_run is null
                and not exists (select from standing_allocation where line_id = line.id)""";
    private static final String CANCELLED_WHILE_OPEN = """
            line where cancelled_run = :run
                and not exists (select from allocation where line_id = line.id and until_run = :run)""";
    private static final String STANDING_BEFORE = "from_run < :run and (until_run is null or until_run = :run)";

    /** What was promised before the run, the goods not gone then. */
    private static final String PROMISED_BEFORE = """
            (select promise.line_id, promise.quantity
            from allocation promise join batch_value value using (batch_id)
            where promise.from_run < :run and (promise.until_run is null or promise.until_run = :run)
                and (dispatched_run is null or dispatched_run = :run)
                and value.from_run < :run and (value.until_run is null or value.until_run = :run)
                and %s (
                    select from standing_allocation now join batch_value later on later.batch_id = now.batch_id
                    where now.line_id = promise.line_id and now.quantity = promise.quantity
                        and now.batch_id = promise.batch_id and now.dispatched_run is null
                        and later.until_run is null and later.eta is not distinct from value.eta)) promise
            """;

    private static final String KEPT = PROMISED_BEFORE.formatted("exists");
    private static final String NOT_KEPT = PROMISED_BEFORE.formatted("not exists");

    NightTotals totals() {
        return new NightTotals(
                lines(), promises(), promisesBefore(), stock(), new FeedUnitsQuery(sql).units(), faults());
    }

    private Lines lines() {
        return new Lines(
                tally(OPEN_BEFORE),
                tally("line where loaded_run = :run"),
                new Cancelled(tally("line where cancelled_run = :run"), tally(CANCELLED_WHILE_OPEN)),
                tally("allocation where dispatched_run = :run"),
                new Released(
                        tally("allocation where until_run = :run"),
                        tally("allocation where until_run = :run and cause = 'BATCH_REDUCED'")),
                new Outcome(
                        tally("allocation where from_run = :run"),
                        tally("line where left_run = :run"),
                        tally(OPEN_AFTER),
                        unallocated()));
    }

    private Map<ShortageReason, Tally> unallocated() {
        Map<ShortageReason, Tally> byReason = new EnumMap<>(ShortageReason.class);
        sql.prepared("""
                select reason, count(*), sum(quantity)
                from shortage join line on line.id = line_id
                where run_id = :run
                group by reason
                """).query(row -> {
            byReason.put(ShortageReason.valueOf(row.getString(1)), new Tally(row.getLong(2), row.getLong(3)));
        });
        return byReason;
    }

    private Promises promises() {
        return new Promises(
                tally("allocation where %s and (dispatched_run is null or dispatched_run = :run)"
                        .formatted(STANDING_BEFORE)),
                tally("allocation where until_run is null and dispatched_run is null"),
                tally("allocation where dispatched_run < :run"),
                tally("allocation where dispatched_run is not null"));
    }

    /** Compares all that was promised before the run with all that is promised after it. */
    private PromisesBefore promisesBefore() {
        return new PromisesBefore(
                tally(KEPT),
                tally(NOT_KEPT + """
                        where not exists (select from line where id = line_id and cancelled_run is not null)
                            and not exists (
                                select from standing_allocation gone
                                where gone.line_id = promise.line_id and dispatched_run is not null)
                        """),
                tally("allocation where until_run = :run and cause = 'CANCELLED'"),
                tally("allocation where dispatched_run = :run and from_run < :run"));
    }

    private Stock stock() {
        Tally before = tally("batch_value where " + STANDING_BEFORE);
        Tally added = tally("batch_value join batch on batch.id = batch_id where first_run = :run and from_run = :run");
        return new Stock(
                before,
                added,
                number("""
                        select coalesce(sum(later.quantity - earlier.quantity), 0)
                        from batch_value later join batch_value earlier using (batch_id)
                        where later.from_run = :run and earlier.until_run = :run
                        """),
                tally("batch_value where until_run is null"),
                new Summary.Stock(
                        unitsLeft("value.eta is null"),
                        unitsLeft("value.eta is not null"),
                        unitsLeft("value.eta < :date")));
    }

    private long unitsLeft(String condition) {
        return number("""
                select coalesce(sum(value.quantity), 0) - coalesce((
                    select sum(allocation.quantity)
                    from allocation join batch_value value using (batch_id)
                    where dispatched_run is not null and value.until_run is null and %1$s), 0)
                from batch_value value
                where until_run is null and %1$s
                """.formatted(condition));
    }

    private Faults faults() {
        return new Faults(number("""
                select count(*) from (
                    select batch_id
                    from (
                        select batch_id, sum(quantity) as taken from standing_allocation group by batch_id) allocation
                        join batch_value value using (batch_id)
                    where value.until_run is null and taken > value.quantity) below_zero
                """), number("""
                select count(*) from (
                    select line_id from standing_allocation standing join ended_allocation ended using (line_id)
                    where standing.from_run < ended.until_run
                    group by line_id) twice
                """));
    }

    private Tally tally(String from) {
        return sql.prepared("select count(*), coalesce(sum(quantity), 0) from " + from)
                .query((row, index) -> new Tally(row.getLong(1), row.getLong(2)))
                .single();
    }

    private long number(String query) {
        return sql.prepared(query).query(Long.class).single();
    }
}
