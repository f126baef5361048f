package nightfill.adapter.postgres.night;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightTotals.FeedUnits;
import nightfill.domain.feed.Feed;

/** Counts the units of each feed twice: in its rows, and in what these rows brought about. */
public record FeedUnitsQuery(RunSql sql) {

    /** All that the run loaded has higher ids than what stood before it: of very many lines these are looked up. */
    private static final String LOADED = "from line where loaded_run = :run and id > :before";

    public Map<Feed, FeedUnits> units() {
        Map<Feed, FeedUnits> units = new EnumMap<>(Feed.class);
        Arrays.stream(Feed.values())
                .forEach(feed -> units.put(feed, new FeedUnits(loaded(feed) + applied(feed), inEffect(feed))));
        return units;
    }

    /** Of the rows that were read, those that nothing spoke against and that brought something new. */
    private long applied(Feed feed) {
        return sum("""
                from %s staged
                where run_id = :run and reason is null and %s
                    and not exists (
                        select from without_effect passed
                        where passed.run_id = :run and passed.feed = '%3$s'
                            and passed.row_number = staged.row_number)
                    and not exists (
                        select from reject
                        where reject.run_id = :run and reject.feed = '%3$s'
                            and reject.row_number = staged.row_number)
                """.formatted(
                        feed == Feed.BATCHES ? "staged_batch" : "staged_line",
                        feed == Feed.BATCHES ? "true" : "feed = '%s'".formatted(feed.label()),
                        feed.label()));
    }

    /** Of the rows that were read, those that were loaded at once, as they were added up then. */
    private long loaded(Feed feed) {
        return feed != Feed.ORDER_LINES
                ? 0
                : sql.prepared("select coalesce(sum(loaded_units), 0) from read_lines where run_id = :run")
                        .query(Long.class)
                        .single();
    }

    private long inEffect(Feed feed) {
        String turns = RunSql.TURNS_BEFORE_ORDER_LINES;
        return switch (feed) {
            case BATCHES -> sum("from batch_value where from_run = :run and not lacked");
            case ORDER_LINES -> sum(LOADED + " and id > " + turns);
            case DISPATCHES -> sum("""
                    from allocation
                    where dispatched_run = :run
                        and (from_run < :run
                            or line_id in (select line_id from waiting_dispatch where run_id = :run))
                    """);
            case CANCELLATIONS -> sum("""
                    from line
                    where cancelled_run = :run
                        and (order_id, line_number, quantity, (select code from sku where sku.id = sku_id)) in (
                            select order_id, line_number, quantity, sku from staged_line
                            where run_id = :run and feed = 'cancellations')
                    """);
            case ALLOCATIONS -> kept(feed, ":before", RunSql.TURNS_BEFORE_URGENT_LINES);
            case URGENT -> kept(feed, RunSql.TURNS_BEFORE_URGENT_LINES, turns);
        };
    }

    /** What is loaded with a promise, but for promises that could not be kept. */
    private long kept(Feed feed, String turnsBefore, String lastTurn) {
        return sum(LOADED + " and id > " + turnsBefore + " and id <= " + lastTurn) - sum("""
                        from reject
                        where run_id = :run and feed = '%s' and reason in ('UNKNOWN_BATCH', 'DOES_NOT_FIT')
                        """.formatted(feed.label()));
    }

    private long sum(String from) {
        return sql.prepared("select coalesce(sum(quantity), 0) " + from)
                .query(Long.class)
                .single();
    }
}
