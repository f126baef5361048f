package nightfill.application.replay;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import nightfill.domain.night.NightState;
import nightfill.domain.run.Run;

/**
 * What was known before a run and what it did, from the runs that rows carry, whatever came later; every call takes
 * part in the caller's transaction.
 */
public interface PastNights {

    /** All batches and all lines that no earlier run had closed, and, of these orders, also the closed lines. */
    NightState before(Run run, Collection<String> orderIds);

    /** Hands over what the run did, each time with the values that the effect names. */
    void forEachEffect(Run run, Effect effect, Consumer<List<String>> action);

    /** What can happen to lines, batches and rows of feeds. */
    enum Effect {
        /** Turn, order, line number, SKU, quantity. */
        LOADED("loaded"),
        /** Order, line number, SKU, quantity. */
        CANCELLED("cancelled"),
        /** The same. */
        LEFT("left without a batch"),
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
        PURCHASED("batch purchased"),
        /** Reference. */
        UNCHANGED("batch unchanged"),
        /** File, row number, reason, row. */
        REJECTED("rejected"),
        /** File, rows, applied, duplicate, superseded, rejected. */
        COUNTED("counted"),
        /** The rows of {@code rejects.csv}. */
        REJECTS_REPORTED("rejects reported");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
