package nightfill.application.port;

/** Lets one process at a time work on a database. */
public interface RunLock {

    /**
     * Takes the lock, also from an owner of this host that is dead.
     *
     * @throws nightfill.application.Problem (busy) when its owner is alive, saying who and since when
     */
    Held acquire();

    /** Whether a living process owns the lock. */
    boolean isOwned();

    /** The lock, as long as it is not closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
