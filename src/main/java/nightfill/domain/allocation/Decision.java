package nightfill.domain.allocation;

/** What became of a line when its turn came. */
public sealed interface Decision {

    Demand demand();

    /**
     * The line is served, whole, by a batch.
     *
     * @param batchId the batch's {@link Supply#batchId}
     */
    record Allocated(Demand demand, int batchId) implements Decision {}

    /** The line stays open. */
    record OutOfStock(Demand demand, ShortageReason reason) implements Decision {}
}
