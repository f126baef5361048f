package nightfill.adapter.postgres.recount;

import java.util.List;
import java.util.stream.Collectors;
import nightfill.adapter.postgres.server.RunSql;

/**
 * One pass over what the last run allocated or left open, which counts the lines that may break some checks and names
 * neither; none does where it counts none, so that the checks themselves, of which each goes through all again, need not
 * be asked.
 */
record Sieve(List<Check> checks, String suspects) {

    /** What all batches have left, and what the one that has most of those better than each. */
    private static final String SUPPLY = """
            with supply as materialized (
                select batch.id, sku_id, first_run, units, coalesce(max(units) over (
                        partition by sku_id order by eta nulls first, reference
                        rows between unbounded preceding and 1 preceding), 0) as better
                from (
                    select batch.*, eta, value.quantity - coalesce(promised, 0) - coalesce(gone, 0) as units
                    from batch
                        left join batch_value value on value.batch_id = batch.id and until_run is null
                        left join bound_in(:run) bound on bound.batch_id = batch.id) batch)
            """;

    /** Of promises made before the night, which need not be the best, the check itself knows more. */
    private static final Sieve ALLOCATED = new Sieve(List.of(LineChecks.OF_ITS_SKU, TurnChecks.BEST_FIRST), """
            select count(*)
            from (
                select batch_id, allocation.quantity, line.quantity as asked, sku_id, loaded_run
                from standing_allocation allocation left join line on line.id = line_id
                where from_run = :run
                order by line_id offset 0) allocation
                left join supply on supply.id = batch_id
            where (asked = quantity and quantity > better and supply.sku_id = allocation.sku_id
                and loaded_run <= :run and first_run <= :run) is not true
            """);

    private static final Sieve OPEN = new Sieve(
            List.of(TurnChecks.REASON_GIVEN, TurnChecks.OPEN_ONLY, TurnChecks.UNKNOWN_SKU, TurnChecks.NO_ROOM),
            """
            select count(*)
            from (
                select id, sku_id, quantity, loaded_run
                from %s line
                where (cancelled_run is null or cancelled_run > :run) and (left_run is null or left_run > :run)
                    and not exists (select from standing_allocation where line_id = line.id and from_run <= :run)
                order by id offset 0) line
                full join (select line_id, reason from shortage where run_id = :run) shortage on line_id = id
                left join (
                    select sku_id, max(units) as most, bool_or(first_run <= :run) as known
                    from supply group by sku_id) supply using (sku_id)
            where (id = line_id and loaded_run <= :run and (reason = 'UNKNOWN_SKU') = (known is not true)
                and quantity > coalesce(most, 0)) is not true
            """.formatted(RunSql.OPEN_IN_RUN));

    /**
     * Of what is carried, and of the rows that stood before the run, one sum in which lines and units, promised and gone,
     * have a weight of their own batch by batch: it takes one pass that need not tell batches apart.
     */
    private static final Sieve CARRIED =
            new Sieve(List.of(BatchChecks.CARRIED), """
            select count(*)
            from (
                select
                from (
                    select sum(lines * %1$s + promised * %2$s + gone_lines * %3$s + gone * %4$s) as weight from batch_taken
                    union all
                    select -sum(%1$s + quantity * %2$s) from ended_allocation where until_run = :run
                    union all
                    select -sum(case when dispatched_run < :run then %3$s + quantity * %4$s else %1$s + quantity * %2$s end)
                    from standing_allocation where from_run < :run) side
                having sum(weight) <> 0) wrong
            """.formatted(weight(1), weight(2), weight(3), weight(4)));

    static final List<Sieve> ALL = List.of(ALLOCATED, OPEN, CARRIED);

    /** All of them at once, each a column, for what batches have left costs as much as any. */
    static final String SUSPECTS = SUPPLY
            + ALL.stream()
                    .map(sieve -> "(%s)".formatted(sieve.suspects))
                    .collect(Collectors.joining(", ", "select ", ""));

    /** Small enough for any number of units to be multiplied by it. */
    private static String weight(int seed) {
        return "(hashint4extended(batch_id, %d) >> 36)".formatted(seed);
    }
}
