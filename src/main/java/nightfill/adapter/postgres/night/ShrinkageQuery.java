package nightfill.adapter.postgres.night;

import java.util.List;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.feed.Feed;
import nightfill.domain.shrinkage.Shrinkage;
import nightfill.domain.shrinkage.Shrinkage.Amount;
import nightfill.domain.shrinkage.Shrinkage.FeedRows;
import nightfill.domain.shrinkage.Shrinkage.Snapshot;

/** Counts what a run took away, once its feeds have taken effect and been counted and before it allocates. */
record ShrinkageQuery(RunSql sql) {

    /** How many nights show what is usual. */
    private static final int NIGHTS = 7;

    private static final String TAKEN = """
            select lines, units, released_lines, released_units, at_sea, arrived
            from (
                select coalesce(sum(lines), 0) as lines, coalesce(sum(promised), 0) as units from batch_taken) promised,
                (
                select count(*) as released_lines, coalesce(sum(quantity), 0) as released_units
                from ended_allocation where until_run = :run and cause = 'BATCH_REDUCED') released,
                (
                select count(*) as at_sea,
                    count(*) filter (where later.from_run is not null and later.eta is null) as arrived
                from batch_value earlier
                    left join batch_value later
                        on later.batch_id = earlier.batch_id and later.from_run = :run
                where earlier.from_run < :run and earlier.eta is not null
                    and (earlier.until_run is null or earlier.until_run = :run)) sea
            """;

    Shrinkage shrinkage() {
        return sql.prepared(TAKEN)
                .query((row, index) -> new Shrinkage(
                        new Amount(row.getLong("lines"), row.getLong("units")),
                        new Amount(row.getLong("released_lines"), row.getLong("released_units")),
                        row.getLong("at_sea"),
                        row.getLong("arrived"),
                        sql.run().terms().purchasing().hasSnapshot() ? snapshot() : Snapshot.NONE,
                        feeds()))
                .single();
    }

    private Snapshot snapshot() {
        return sql.prepared("""
                        select count(*) filter (where earlier.quantity > coalesce(gone, 0)) as known,
                            (select count(*) from batch_value where from_run = :run and lacked) as lacked,
                            (select rows from accepted_feed where run_id = :run and feed = 'batches') as rows
                        from batch_value earlier left join batch_taken using (batch_id)
                        where earlier.from_run < :run and (earlier.until_run is null or earlier.until_run = :run)
                        """)
                .query((row, index) -> new Snapshot(row.getLong("rows"), row.getLong("known"), row.getLong("lacked")))
                .single();
    }

    /** Of those that are sent; a night without the feed counts as one in which it had no row. */
    private List<FeedRows> feeds() {
        return sql.prepared("""
                        with night as (
                            select id from run where state = 'FINISHED' and id < :run order by id desc limit :nights)
                        select feed, coalesce(max(rows) filter (where run_id = :run), 0),
                            percentile_disc(0.5) within group (order by coalesce(rows, 0)) filter (where run_id <> :run)
                        from unnest(enum_range(null::feed)) feed
                            cross join (select id as run_id from night union all select :run) run
                            left join accepted_feed using (run_id, feed)
                        where (select count(*) from night) = :nights and feed <> 'urgent'
                        group by feed
                        order by feed
                        """)
                .param("nights", NIGHTS)
                .query((row, index) -> new FeedRows(Feed.of(row.getString(1)), row.getLong(2), row.getLong(3)))
                .list();
    }
}
