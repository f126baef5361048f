package nightfill.domain.night;

/** What has become of an order line so far, and what it can still become. */
public enum LineState {
    /** Waits for its turn. */
    OPEN,
    /** Has a batch, and its goods are still there. */
    ALLOCATED,
    /** Its goods have left; it keeps its batch for ever. */
    DISPATCHED,
    /** Has no batch, and never gets one. */
    CANCELLED;

    /** Whether no night changes such a line any more. */
    public boolean isClosed() {
        return this == DISPATCHED || this == CANCELLED;
    }

    boolean canBecome(LineState next) {
        return switch (this) {
            case OPEN -> next == ALLOCATED || next == CANCELLED;
            case ALLOCATED -> next != ALLOCATED;
            case DISPATCHED, CANCELLED -> false;
        };
    }

    /**
     * The next state.
     *
     * @throws IllegalStateException when the rules allow no such step
     */
    LineState to(LineState next) {
        if (!canBecome(next)) {
            throw new IllegalStateException("%s is never followed by %s".formatted(this, next));
        }
        return next;
    }
}
