package nightfill.domain.feed;

/** Why a row was rejected, in the order in which the reasons are tried. */
public enum RejectReason {
    FIELDS,
    IDENTIFIER,
    QUANTITY,
    DATE,
    SKU_CHANGED,
    AMBIGUOUS,
    BELOW_DISPATCHED,
    REPEATED,
    CANCELLED_BEFORE,
    UNKNOWN_LINE,
    NOT_ALLOCATED,
    DISPATCHED,
    UNKNOWN_BATCH,
    DOES_NOT_FIT
}
