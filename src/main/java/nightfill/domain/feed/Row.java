package nightfill.domain.feed;

import java.time.LocalDate;
import nightfill.domain.allocation.OrderLine;
import org.jspecify.annotations.Nullable;

/** What one row of a feed says, as far as the row alone can show. */
public sealed interface Row {

    /** A batch as purchasing knows it; without {@code eta} it lies in the warehouse. */
    record BatchRow(
            String reference,
            String sku,
            int quantity,
            @Nullable LocalDate eta) implements Row {}

    /** An order line; {@code batchReference} is empty where the feed makes no promise. */
    record LineRow(OrderLine line, String batchReference) implements Row {}

    /**
     * A row that is not accepted.
     *
     * @param detail names the column and the value
     * @param reference the batch that it seems to be about; empty where it is about none, or that cannot be read
     */
    record RejectedRow(RejectReason reason, String detail, String reference) implements Row {

        public RejectedRow(RejectReason reason, String detail) {
            this(reason, detail, "");
        }

        RejectedRow about(String batch) {
            return new RejectedRow(reason, detail, batch);
        }
    }
}
