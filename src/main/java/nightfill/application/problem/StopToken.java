package nightfill.application.problem;

import java.io.InterruptedIOException;

/**
 * Stops one piece of work: at its next safe place, or wherever it is once it is broken off. Whoever starts a piece of
 * work makes a token for it and hands it down; as another piece gets another token, a stop never reaches the next one.
 */
public final class StopToken {

    private volatile boolean stopped;
    private volatile boolean brokenOff;

    /** Lets the work end at its next safe place. */
    public void stop() {
        stopped = true;
    }

    /** Lets whatever fails from now on count as stopped, for the work is being interrupted where it is. */
    public void breakOff() {
        stopped = true;
        brokenOff = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    public boolean isBrokenOff() {
        return brokenOff;
    }

    /** Ends work on files before its next step if it is to stop. */
    public void heed() throws InterruptedIOException {
        if (stopped) {
            throw new InterruptedIOException("it was stopped");
        }
    }
}
