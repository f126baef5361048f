package nightfill.adapter.postgres.recount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.CopyOut;
import nightfill.adapter.postgres.server.RunSql;
import nightfill.domain.allocation.ShortageReason;
import org.jspecify.annotations.Nullable;

/**
 * One pass over what the last run allocated or left open, by turn, which finds out whether anything is wrong with it, not
 * what: where nothing is, {@link #CHECKS}, each of which goes through all again, need not be asked.
 *
 * <p>It has in memory what batches have left, the lines left open, and the SKUs of these. Where ids are higher, or these
 * more, than some millions, it does not pass.
 */
final class TurnSieve {

    static final List<Check> CHECKS = List.of(
            LineChecks.OF_ITS_SKU,
            TurnChecks.REASON_GIVEN,
            TurnChecks.OPEN_ONLY,
            TurnChecks.UNKNOWN_SKU,
            TurnChecks.NO_ROOM,
            TurnChecks.SHORT,
            TurnChecks.BEST_FIRST);

    private static final int MOST = 1 << 22;
    private static final int MOST_SHORT = 1 << 18;

    private static final String STOCK = """
            select batch.id, sku_id, coalesce(value.quantity, 0) - coalesce(promised, 0) - coalesce(gone, 0), first_run <= :run
            from batch
                left join batch_value value on value.batch_id = batch.id and until_run is null
                left join bound_in(:run) bound on bound.batch_id = batch.id%s
            order by sku_id, eta nulls first, reference
            """;

    private static final String OF_THESE_LINES =
            " where sku_id in (select sku_id from %s line)".formatted(RunSql.OPEN_IN_RUN);

    private static final String OPEN = "select line_id, reason from shortage where run_id = :run";

    /** Those allocated by the run, each with its batch, and those that are open after it. */
    private static final String LINES = """
            with promised as materialized (select %s from run where id = :run)
            select id, sku_id, line.quantity,
                loaded_run <= :run and (from_run is distinct from :run or allocation.quantity = line.quantity),
                case when from_run = :run then batch_id else 0 end, %s
            from %s line left join standing_allocation allocation on line_id = id
            where from_run = :run
                or (cancelled_run is null or cancelled_run > :run) and (left_run is null or left_run > :run)
                    and (from_run is null or from_run > :run)
            order by id
            """.formatted(
            Check.PROMISED_TURNS,
            Check.inItsTurn(
                    "id", ":run", ":before", "(select openings from promised)", "(select urgent from promised)"),
            RunSql.OPEN_IN_RUN);

    private final StockLeft stock = new StockLeft(MOST);
    private final LeftOpen open = new LeftOpen(MOST);
    private final Map<Integer, Together> together = new HashMap<>();
    private long allocated;
    private long last = Long.MIN_VALUE;
    private boolean sound = true;

    private TurnSieve() {}

    /** Whether nothing is wrong, as far as it knows; within the current transaction. */
    static boolean passes(RunSql sql, DataSource dataSource) {
        TurnSieve sieve = new TurnSieve();
        long allocated = number(sql, "select count(*) from standing_allocation where from_run = :run");
        CopyOut.forEach(dataSource, sql.literal(OPEN), sieve.open::add);
        sieve.open.sort();
        boolean fewLines = allocated + sieve.open.size() < number(sql, "select count(*) from batch");
        CopyOut.forEach(dataSource, sql.literal(STOCK.formatted(fewLines ? OF_THESE_LINES : "")), sieve.stock::add);
        if (!sieve.open.isWhole() || !sieve.stock.isWhole()) {
            return false;
        }
        CopyOut.forEach(dataSource, sql.literal(LINES), sieve::meet);
        return sieve.isSound(allocated);
    }

    private static long number(RunSql sql, String query) {
        return sql.prepared(query).query(Long.class).single();
    }

    private void meet(List<String> line) {
        long id = Long.parseLong(line.get(0));
        int sku = Integer.parseInt(line.get(1));
        int quantity = Integer.parseInt(line.get(2));
        int batch = Integer.parseInt(line.get(4));
        sound &= id > last && isTrue(line.get(3));
        last = id;
        if (batch == 0) {
            meetOpen(open.meet(id), sku, quantity);
        } else {
            allocated++;
            sound &= sku > 0 && stock.sku(batch) == sku;
            if (isTrue(line.get(5))) {
                meetAllocated(batch, sku, quantity);
            }
        }
    }

    private void meetAllocated(int batch, int sku, int quantity) {
        sound &= quantity > stock.better(batch);
        Together ofSku = together.get(sku);
        if (ofSku != null) {
            ofSku.taken += quantity;
        }
    }

    private void meetOpen(@Nullable ShortageReason reason, int sku, int quantity) {
        boolean unknown = reason == ShortageReason.UNKNOWN_SKU;
        sound &= reason != null && quantity > stock.best(sku) && unknown != stock.isKnown(sku);
        sound &= together.size() < MOST_SHORT;
        if (sound && !unknown) {
            together.computeIfAbsent(sku, it -> new Together())
                    .wants(quantity - stock.together(sku), reason == ShortageReason.SHORT);
        }
    }

    /** Where the run allocated that many. */
    private boolean isSound(long all) {
        return sound
                && open.isAtEnd()
                && allocated == all
                && together.values().stream().allMatch(Together::isSound);
    }

    /** Whether the database says so of a value. */
    static boolean isTrue(String value) {
        return value.equals("t");
    }

    /**
     * What an SKU's lines took since the first that was left open. What its batches had together when a line's turn came is
     * what they have left and what lines behind it took: all that is taken in the end, less what was until then.
     */
    private static final class Together {

        private long taken;
        private long atLeast = Long.MIN_VALUE;
        private long below = Long.MAX_VALUE;

        /** A line is left open that needs that many units more than what is left; whether of all batches together. */
        private void wants(long more, boolean ofAll) {
            if (ofAll) {
                below = Math.min(below, taken + more);
            } else {
                atLeast = Math.max(atLeast, taken + more);
            }
        }

        private boolean isSound() {
            return atLeast <= taken && taken < below;
        }
    }
}
