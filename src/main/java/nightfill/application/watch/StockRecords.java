package nightfill.application.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** Looks batches and SKUs up. */
public interface StockRecords {

    /** How many batches of a SKU are read at most. */
    int BATCHES = 500;

    Optional<Batch> batch(String reference);

    /**
     * The lines that have a batch, in the order of their turns.
     *
     * @param afterTurn 0 for the first ones
     */
    List<HeldLine> heldBy(String reference, long afterTurn, int most);

    Optional<Sku> sku(String code);

    /**
     * The open lines of a SKU as the last finished run left them, in the order of their turns.
     *
     * @param afterTurn 0 for the first ones
     */
    List<WaitingLine> waitingFor(String sku, long afterTurn, int most);

    /** A batch, and the values that it has had, oldest first. */
    record Batch(Stock stock, List<Value> values) {}

    /**
     * What a batch has.
     *
     * @param eta null where it is in the warehouse
     * @param allocated units that are promised and have not left, at once or by a run
     * @param dispatched units that have left
     */
    record Stock(
            String reference, String sku, @Nullable LocalDate eta, long purchased, long allocated, long dispatched) {

        public long available() {
            return purchased - allocated - dispatched;
        }
    }

    /** What a run was fed of a batch. */
    record Value(RunName run, long quantity, @Nullable LocalDate eta) {}

    /**
     * A line that has a batch.
     *
     * @param since the run that bound them; null where it was allocated at once, and no run has loaded it
     */
    record HeldLine(long turn, OrderLine line, @Nullable RunName since, boolean dispatched) {}

    /**
     * A SKU.
     *
     * @param batches the first ones, in the order in which they serve
     * @param waiting all its open lines
     */
    record Sku(String code, List<Stock> batches, Supply supply, Tally waiting) {}

    /**
     * What all batches of a SKU have together.
     *
     * @param free units that are in the warehouse and not promised
     * @param next when the next batch comes; null where none is on its way
     */
    record Supply(long free, @Nullable LocalDate next) {}

    /**
     * An open line.
     *
     * @param since the business date that first loaded it
     * @param reason as seen when its turn came last
     */
    record WaitingLine(long turn, OrderLine line, LocalDate since, String reason) {}
}
