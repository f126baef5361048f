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
    CANCELLED,
    /** Its goods have left, though no batch was found for them. */
    LEFT;

    /** Whether no night changes such a line any more. */
    public boolean isClosed() {
        return this != OPEN && this != ALLOCATED;
    }

    boolean canBecome(LineState next) {
        return switch (this) {
            case OPEN -> next == ALLOCATED || next == CANCELLED || next == LEFT;
            case ALLOCATED -> next == OPEN || next == DISPATCHED || next == CANCELLED;
            case DISPATCHED, CANCELLED, LEFT -> false;
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
