package nightfill.application.sampling;

/** Knows a database that does not answer from one that takes long over a question, and both from a mistake. */
public interface Loss {

    /** Whether no question would be answered now. */
    boolean isLoss(RuntimeException failure);

    /** Whether that question alone took too long. */
    default boolean isSlow(RuntimeException failure) {
        return false;
    }
}
