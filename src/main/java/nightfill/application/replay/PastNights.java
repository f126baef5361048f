package nightfill.application.replay;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * What stood before a finished run and what it did, as the runs that rows carry tell, whatever came later; every call
 * takes part in the caller's transaction.
 */
public interface PastNights {

    /** Tells the batches that were known before the run. */
    void forEachBatch(Run run, Consumer<KnownBatch> action);

    /** Tells the lines that were open, or allocated and still there, before the run. */
    void forEachLineInPlay(Run run, Consumer<KnownLine> action);

    /** Tells, of these orders, the lines that were cancelled or had left before the run. */
    void forEachSettledLine(Run run, Collection<String> orderIds, Consumer<SettledLine> action);

    /** Tells the references of which an earlier run of a later date had spoken. */
    void forEachRetoldBatch(Run run, Consumer<String> action);

    /** Tells the lines that an earlier run of a later date could not find to cancel or dispatch. */
    void forEachUnplacedLine(Run run, Feed feed, Consumer<OrderLine> action);

    /** Tells what the run did, each time with the values that the deed names. */
    void forEachDeed(Run run, Deed deed, Consumer<List<String>> action);

    /**
     * A batch as it was.
     *
     * @param dispatched units that had left before the run
     */
    record KnownBatch(
            String reference,
            String sku,
            int purchased,
            @Nullable LocalDate eta,
            long dispatched) {}

    /**
     * A line in play.
     *
     * @param since the date that first loaded it
     * @param batch the reference of its batch, if it has one
     */
    record KnownLine(
            OpenLine line, LocalDate since, @Nullable String batch) {}

    /**
     * A line that no night changes any more.
     *
     * @param cancelled or else dispatched
     */
    record SettledLine(OrderLine line, boolean cancelled) {}

    /** What can be done to lines, batches and rows of feeds, each told once. */
    enum Deed {
        /** Turn, order, line number, SKU, quantity. */
        LOADED("loaded"),
        /** Order, line number, SKU, quantity. */
        CANCELLED("cancelled"),
        /** The same and the batch. */
        DISPATCHED("dispatched"),
        /** The same and the cause. */
        RELEASED("released"),
        /** Order, line number, SKU, quantity, batch. */
        ALLOCATED("allocated"),
        /** Order, line number, SKU, quantity, reason. */
        LEFT_OPEN("left open"),
        /** Reference, SKU. */
        MADE_KNOWN("batch made known"),
        /** Reference, quantity, ETA. */
        TOLD("batch told"),
        /** Reference. */
        UNCHANGED("batch unchanged"),
        /** File, row number, reason, row. */
        REJECTED("rejected"),
        /** File, rows, applied, duplicate, superseded, rejected. */
        COUNTED("counted"),
        /** The rows of {@code rejects.csv}. */
        REJECTS_TOLD("rejects told");

        private final String label;

        Deed(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
