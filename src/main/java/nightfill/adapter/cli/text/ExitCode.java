package nightfill.adapter.cli.text;

import nightfill.application.problem.Problem;

/** How a command ended, as a scheduler reads it. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    REFUSED(3),
    BUSY(4),
    FEEDS_CHANGED(5),
    STOPPED(6),
    NOT_READY(7),
    UNBALANCED(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public static ExitCode of(Problem.Kind kind) {
        return switch (kind) {
            case FAILED -> FAILED;
            case USAGE -> USAGE;
            case REFUSED -> REFUSED;
            case BUSY -> BUSY;
            case FEEDS_CHANGED -> FEEDS_CHANGED;
            case STOPPED -> STOPPED;
            case NOT_READY -> NOT_READY;
            case UNBALANCED -> UNBALANCED;
        };
    }

    public int number() {
        return number;
    }
}
