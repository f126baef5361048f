package nightfill.domain.watch;

/** What has become of an order line. */
public enum LineStatus {
    WAITING,
    ALLOCATED,
    DISPATCHED,
    CANCELLED;

    /** A line that left was allocated before, and one that is cancelled has no batch any more. */
    public static LineStatus of(boolean cancelled, boolean allocated, boolean dispatched) {
        if (cancelled) {
            return CANCELLED;
        }
        if (dispatched) {
            return DISPATCHED;
        }
        return allocated ? ALLOCATED : WAITING;
    }
}
