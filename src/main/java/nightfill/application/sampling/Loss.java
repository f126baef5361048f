package nightfill.application.sampling;

/** Knows a database that does not answer from one that takes long over a question, and both from a mistake. */
public interface Loss {

    /** Whether no question would be answered now. */
    boolean isLoss(RuntimeException failure);

    /** Whether it failed because the session was broken off, or none could be opened. */
    default boolean isSevered(Throwable failure) {
        return false;
    }

    /** Whether that question alone took too long. */
    default boolean isSlow(RuntimeException failure) {
        return false;
    }
}
