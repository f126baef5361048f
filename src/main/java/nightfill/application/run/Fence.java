package nightfill.application.run;

import java.io.IOException;

/** Keeps a process that lost the run lock unawares from changing anything. */
public interface Fence {

    /**
     * Lets what belongs together happen together or not at all.
     *
     * @throws nightfill.application.problem.Problem (failed) when this process has lost the run lock
     */
    void inTransaction(Runnable work);

    /**
     * Changes files that others see; who takes over waits until that is done, so it should take no longer than a rename.
     *
     * @throws nightfill.application.problem.Problem (failed) when this process has lost the run lock
     */
    void around(FileAction files) throws IOException;

    /** A change of files. */
    interface FileAction {

        void act() throws IOException;
    }
}
