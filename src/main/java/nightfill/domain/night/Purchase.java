package nightfill.domain.night;

/** What the night's feed did to a batch. */
public enum Purchase {
    /** The batch was not known before. */
    NEW,
    /** It has another quantity or ETA now. */
    CHANGED,
    /** It was fed as it is. */
    UNCHANGED,
    /** The feed lists all batches and lacks it: it has what was dispatched from it, and no more. */
    LACKED
}
