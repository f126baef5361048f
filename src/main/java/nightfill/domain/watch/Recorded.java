package nightfill.domain.watch;

import java.util.Optional;

/**
 * What the job repository has on record of an attempt.
 *
 * @param status of the framework, which stays as it was when a process is killed
 * @param exitCode the kind of what ended it
 * @param message what ended it, one line; may be empty
 */
public record Recorded(String status, String exitCode, String message) {

    /** The exit code of an attempt whose process died, noted by the one that found it so. */
    public static final String DIED = "DIED";

    public boolean isOpen() {
        return isOpen(status);
    }

    /** Whether an attempt of that status has not ended, as far as is recorded. */
    public static boolean isOpen(String status) {
        return status.equals("STARTING") || status.equals("STARTED") || status.equals("STOPPING");
    }

    /**
     * What to make of it.
     *
     * @param last whether nothing was attempted since, for only then it can be under way
     * @param owner of the run lock, if there is one
     */
    public NightStatus judge(boolean last, Optional<Liveness> owner) {
        if (isOpen()) {
            NightStatus alive = status.equals("STOPPING") ? NightStatus.STOPPING : NightStatus.RUNNING;
            return NightStatus.underWay(alive, last ? owner : Optional.empty());
        }
        return switch (status) {
            case "COMPLETED" -> NightStatus.FINISHED;
            case "STOPPED" -> NightStatus.STOPPED;
            default -> failure();
        };
    }

    private NightStatus failure() {
        return switch (exitCode) {
            case "REFUSED" -> NightStatus.REFUSED;
            case "UNBALANCED" -> NightStatus.UNBALANCED;
            case DIED -> NightStatus.KILLED;
            default -> NightStatus.FAILED;
        };
    }
}
