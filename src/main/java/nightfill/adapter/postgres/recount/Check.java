package nightfill.adapter.postgres.recount;

/**
 * A rule, and the query that finds the rows that break it: {@code what} is wrong with each, for people.
 *
 * <p>Queries look at what the runs from {@code :first} to {@code :last} did, and at what stood when the last of them
 * ended.
 */
record Check(String name, String faults) {

    static final String RUN = "run.business_date || ' run ' || run.number";
    static final String LINE = """
            'order ' || concat_ws(' line ', order_id, nullif(line_number::text, ''))
            || ' (' || line.quantity || ' of ' || sku.code || ')'
            """;

    /** What is allocated when the last run ends, the dispatched lines included. */
    static final String BOUND = """
            (select * from allocation where from_run <= :last and (until_run is null or until_run > :last))
            """;

    /** Each batch, its ETA, and what it has left to give when the last run ends. */
    static final String LEFT = """
            (select batch.id, batch.sku_id, reference, value.eta, value.quantity - coalesce(bound.quantity, 0) as units
            from batch
                join batch_value value on value.batch_id = batch.id
                    and value.from_run <= :last and (value.until_run is null or value.until_run > :last)
                left join (select batch_id, sum(quantity) as quantity from %s bound group by batch_id) bound
                    on bound.batch_id = batch.id)
            """.formatted(BOUND);

    /** The lines that are open when the last run ends. */
    static final String OPEN = """
            (select * from line
            where loaded_run <= :last and (cancelled_run is null or cancelled_run > :last)
                and (left_run is null or left_run > :last)
                and not exists (select from %s bound where bound.line_id = line.id))
            """.formatted(BOUND);

    /** How many turns a run gave to opening allocations, and how many to lines that were allocated at once. */
    static final String PROMISED_TURNS = """
            coalesce((select rows from accepted_feed where run_id = run.id and feed = 'allocations'), 0) as openings,
            coalesce((select rows from accepted_feed where run_id = run.id and feed = 'urgent'), 0) as urgent""";

    /**
     * What the last run allocated when the lines took their turn; promises made before the night are kept before that.
     */
    static final String BY_TURN =
            """
            (select allocation.*
            from (select run.*, %s from run where id = :last) run
                join allocation on from_run = run.id
            where %s)
            """.formatted(PROMISED_TURNS, inItsTurn("line_id", ":last", "turns_before", "openings", "urgent"));

    /**
     * Whether what a run allocated to a line was not promised to it before the night.
     *
     * @param turnsBefore expressions, as are the others
     */
    static String inItsTurn(String line, String run, String turnsBefore, String openings, String urgent) {
        return """
                (%1$s <= %3$s or %1$s > %3$s + %4$s + %5$s
                    or exists (
                        select from reject
                        where run_id = %2$s and feed in ('allocations', 'urgent')
                            and row_number = %1$s - %3$s - case feed when 'urgent' then %4$s else 0 end))
                """.formatted(line, run, turnsBefore, openings, urgent);
    }
}
