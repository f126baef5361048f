package nightfill.domain.night;

/** Why a line lost its batch, or its place among the open lines. */
public enum ReleaseCause {
    /** The batch was reduced and can no longer hold it. */
    BATCH_REDUCED,
    /** The line was cancelled. */
    CANCELLED
}
