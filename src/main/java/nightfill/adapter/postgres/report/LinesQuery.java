package nightfill.adapter.postgres.report;

import nightfill.adapter.postgres.server.RunSql;
import nightfill.application.figures.NightTotals.Cancelled;
import nightfill.application.figures.NightTotals.Lines;
import nightfill.application.figures.NightTotals.Outcome;
import nightfill.application.figures.NightTotals.Released;
import nightfill.application.figures.Tally;

/** Counts a run's order lines; "before" is what stood when the run began, by the runs that rows carry. */
record LinesQuery(RunSql sql) {

    /**
     * Of the lines that were open at any time in the run, those that were before it and those that are after it. Its own are
     * many, or nearly all; of how many others there are nothing is guessed right, and each is looked up.
     */
    private static final String OPEN = """
            select count(*) filter (where was_open), coalesce(sum(quantity) filter (where was_open), 0),
                count(*) filter (where is_open), coalesce(sum(quantity) filter (where is_open), 0)
            from (
                select quantity, false as was_open,
                    cancelled_run is null and left_run is null and line_id is null as is_open
                from line
                    left join (select line_id from standing_allocation where line_id > :before) standing on line_id = id
                where id > :before
                union all
                select quantity,
                    (cancelled_run is null or cancelled_run = :run) and (left_run is null or left_run = :run)
                        and coalesce(from_run, :run) >= :run and lost.line_id is null,
                    cancelled_run is null and left_run is null and from_run is null
                from %s line
                    left join lateral (
                        select from_run from standing_allocation where line_id = line.id offset 0) standing on true
                    left join (
                        select distinct line_id from ended_allocation where until_run = :run and from_run < :run) lost
                        on lost.line_id = line.id) line
            """.formatted(RunSql.OPEN_EARLIER);

    private static final String CANCELLED_WHILE_OPEN = """
            line where cancelled_run = :run
                and not exists (select from allocation where line_id = line.id and until_run = :run)""";

    Lines lines() {
        Open open = open();
        return new Lines(
                open.before,
                tally("line where loaded_run = :run"),
                new Cancelled(tally("line where cancelled_run = :run"), tally(CANCELLED_WHILE_OPEN)),
                tally("allocation where dispatched_run = :run"),
                new Released(
                        tally("allocation where until_run = :run"),
                        tally("allocation where until_run = :run and cause = 'BATCH_REDUCED'")),
                new Outcome(
                        tally("allocation where from_run = :run"), tally("line where left_run = :run"), open.after));
    }

    private Open open() {
        return sql.prepared(OPEN)
                .query((row, index) -> new Open(TotalsQuery.tally(row, 1), TotalsQuery.tally(row, 3)))
                .single();
    }

    private Tally tally(String from) {
        return TotalsQuery.tally(sql, from);
    }

    private record Open(Tally before, Tally after) {}
}
