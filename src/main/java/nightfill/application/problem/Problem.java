package nightfill.application.problem;

import org.jspecify.annotations.Nullable;

/** Ends a command: one line for people (what, where, what to do) and the exit code for the scheduler. */
public final class Problem extends RuntimeException {

    private final ExitCode exitCode;

    public Problem(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    public Problem(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public static Problem refused(String message) {
        return new Problem(ExitCode.REFUSED, message);
    }

    public static Problem notReady(String message) {
        return new Problem(ExitCode.NOT_READY, message);
    }

    /** The same problem, of which more is known. */
    public Problem and(String more) {
        return new Problem(exitCode, getMessage() + "; " + more, this);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
