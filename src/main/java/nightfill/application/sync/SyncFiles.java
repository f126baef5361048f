package nightfill.application.sync;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.problem.StopToken;
import nightfill.domain.sync.SyncAction;

/** The two directories of a sync; whatever is to stop ends before its next step, as a failure that may pass. */
public interface SyncFiles {

    /** The same route by real paths, whatever links lead there; the destination need not exist. */
    SyncRoute real(SyncRoute route) throws IOException;

    /** Whether neither directory is the other, or lies within it. */
    boolean areApart(SyncRoute route) throws IOException;

    /** The source, or nothing when there is no such directory. */
    Optional<Tree> source(SyncRoute route, StopToken stop) throws IOException;

    /** The destination, empty while it does not exist. */
    Tree destination(SyncRoute route, StopToken stop) throws IOException;

    /**
     * Keeps every other sync off the destination, which is made where it is missing.
     *
     * @throws nightfill.application.problem.Problem (busy) when another sync is at work on it
     */
    DestinationLock lock(SyncRoute route, StopToken stop) throws IOException;

    /** A destination that is locked for one sync. */
    interface DestinationLock extends AutoCloseable {

        /**
         * Makes the changes in their order, on disk when this returns; stops at the first that fails.
         *
         * @param done receives each change that was made, one at a time
         */
        void carryOut(Tree source, Tree destination, List<SyncAction> plan, Consumer<SyncAction> done)
                throws IOException;

        /** Lets go of the destination, and removes it if it was made for a sync that was not carried out. */
        @Override
        void close() throws IOException;
    }
}
