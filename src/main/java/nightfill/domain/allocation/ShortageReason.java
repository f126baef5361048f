package nightfill.domain.allocation;

/** Why a line could not be allocated, as seen when its turn came. */
public enum ShortageReason {
    /** No batch of the SKU is known. */
    UNKNOWN_SKU,
    /** All batches of the SKU together have less than the line needs. */
    SHORT,
    /** Together the batches have enough, but no single one has. */
    NO_SINGLE_BATCH
}
