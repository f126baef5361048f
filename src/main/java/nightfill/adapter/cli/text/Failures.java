package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.nio.file.Path;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.words.Visible;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of whatever ended a command one line for people and an exit code; the rest goes to the log file. */
public record Failures(PrintWriter err) {

    /** The system property that names the directory of the log file. */
    public static final String LOGS = "nightfill.logs";

    /** Returns the exit code. */
    public int of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return of(problem);
        }
        log().error("unexpected", failure);
        print("unexpected: %s; the details are in %s".formatted(root(failure), logFile()));
        return ExitCode.FAILED.number();
    }

    /** Wrong usage leaves no trace, not even a log. */
    private int of(Problem problem) {
        if (problem.kind() != Kind.USAGE) {
            log().info("{}: {}", problem.kind(), ProblemText.line(problem), problem.getCause());
        }
        print(ProblemText.line(problem));
        return ExitCode.of(problem.kind()).number();
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Failures.class);
    }

    private static Path logFile() {
        return Path.of(System.getProperty(LOGS, "target"), "nightfill.log");
    }

    private void print(String message) {
        err.println("nightfill: " + Visible.shown(message));
        err.flush();
    }

    private static String root(Throwable failure) {
        Throwable root = ExceptionUtils.getRootCause(failure);
        return firstLine(root.getMessage() == null ? root.toString() : root.getMessage());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
