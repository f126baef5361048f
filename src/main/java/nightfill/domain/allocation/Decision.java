package nightfill.domain.allocation;

/** What became of a line when its turn came. */
public sealed interface Decision {

    OpenLine line();

    /** The line is served, whole, by the supply's batch. */
    record Allocated(OpenLine line, Supply supply) implements Decision {}

    /** The line stays open. */
    record OutOfStock(OpenLine line, ShortageReason reason) implements Decision {}
}
