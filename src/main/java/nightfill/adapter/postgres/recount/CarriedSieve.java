package nightfill.adapter.postgres.recount;

import java.util.stream.IntStream;
import nightfill.adapter.postgres.server.RunSql;

/**
 * Whether what is carried of batches is what was allocated of them before the run, in one pass that need not tell batches
 * apart; where it is, {@link BatchChecks#CARRIED}, which does, need not be asked.
 *
 * <p>Of what is carried, and of the rows, it has one sum in which lines and units, promised and gone, have a weight of their
 * own batch by batch.
 */
final class CarriedSieve {

    private static final String DIFFERENCE = """
            select coalesce(sum(weight), 0) <> 0
            from (
                select sum(lines * %1$s + promised * %2$s + gone_lines * %3$s + gone * %4$s) as weight from batch_taken
                union all
                select -sum(%1$s + quantity * %2$s) from ended_allocation where until_run = :run
                union all
                select -sum(case when dispatched_run < :run then %3$s + quantity * %4$s else %1$s + quantity * %2$s end)
                from standing_allocation where from_run < :run) side
            """.formatted(
                    IntStream.rangeClosed(1, 4).mapToObj(CarriedSieve::weight).toArray());

    private CarriedSieve() {}

    static boolean passes(RunSql sql) {
        return !sql.prepared(DIFFERENCE).query(Boolean.class).single();
    }

    /** Small enough for any number of units to be multiplied by it. */
    private static String weight(int seed) {
        return "(hashint4extended(batch_id, %d) >> 36)".formatted(seed);
    }
}
