package nightfill.application.problem;

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

    public int number() {
        return number;
    }
}
