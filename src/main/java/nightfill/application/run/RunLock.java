package nightfill.application.run;

/** Lets one process at a time work on a database. */
public interface RunLock {

    /**
     * Takes the lock, also from an owner of this host that is dead.
     *
     * @throws nightfill.application.problem.Problem (busy) when its owner is alive, saying who, since when, and how long ago it
     *     gave a sign of life
     */
    Held acquire();

    /**
     * Takes the lock, also from an owner that has given no sign of life for a minute, wherever it is; should it come back
     * to life, it can change nothing any more.
     *
     * @throws nightfill.application.problem.Problem (busy) when its owner is alive
     */
    Held takeOver();

    /** Whether a living process owns the lock. */
    boolean isOwned();

    /** The lock, as long as it is not closed. */
    interface Held extends AutoCloseable {

        /**
         * Finds out whether the lock is still there.
         *
         * @throws nightfill.application.problem.Problem (failed) when it was lost, saying how
         */
        void requireKept();

        @Override
        void close();
    }
}
