package nightfill.model;

/** What became of a row of a feed; the reasons of rejection stand in the order in which they are tried. */
enum Verdict {
    APPLIED,
    DUPLICATE,
    SUPERSEDED,
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
    DOES_NOT_FIT;

    boolean rejects() {
        return compareTo(FIELDS) >= 0;
    }
}
