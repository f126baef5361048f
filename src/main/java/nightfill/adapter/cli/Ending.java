package nightfill.adapter.cli;

import java.io.PrintWriter;
import nightfill.application.ExitCode;
import nightfill.application.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of whatever ended a command one line for people and an exit code; the rest goes to the log file. */
public final class Ending {

    private final PrintWriter err;

    public Ending(PrintWriter err) {
        this.err = err;
    }

    /** Tells the exit code. */
    public int of(Throwable failure) {
        Logger log = LoggerFactory.getLogger(Ending.class);
        if (failure instanceof Problem problem) {
            log.info("{}: {}", problem.exitCode(), problem.getMessage(), problem.getCause());
            tell(problem.getMessage());
            return problem.exitCode().number();
        }
        log.error("unexpected", failure);
        tell("unexpected: %s; the log file has the details".formatted(root(failure)));
        return ExitCode.FAILED.number();
    }

    private void tell(@org.jspecify.annotations.Nullable String message) {
        err.println("nightfill: " + String.valueOf(message).lines().findFirst().orElse(""));
        err.flush();
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
