package nightfill.view;

import java.time.Duration;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.Liveness;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;
import org.jspecify.annotations.Nullable;

/** How it is said whether the owner of the run lock lives, and how that is known. */
public final class LivenessWords {

    private LivenessWords() {}

    public static Mark mark(Liveness liveness) {
        return switch (liveness) {
            case ALIVE -> new Mark("alive", Shape.DOT, Tone.GOOD);
            case DEAD -> new Mark("dead", Shape.CROSS, Tone.BAD);
            case CANNOT_BE_TOLD -> new Mark("cannot be told", Shape.QUESTION, Tone.WARNING);
        };
    }

    /**
     * How it is known.
     *
     * @param silence since the last heartbeat; null where none is known
     */
    public static String evidence(Evidence evidence, @Nullable Duration silence) {
        return switch (evidence) {
            case BEATS -> "its session holds the lock, and its heart beat " + heard(silence);
            case PROCESS_GONE -> "its process is gone from this host" + since(silence);
            case SESSION_ENDED -> "its database session has ended, so it can write nothing any more" + since(silence);
            case SILENT_HERE -> "its process exists on this host, but may be suspended" + since(silence);
            case SILENT_ELSEWHERE -> "it is on another host, where it cannot be seen from here" + since(silence);
        };
    }

    private static String since(@Nullable Duration silence) {
        return silence == null ? "" : "; its last heartbeat was " + heard(silence);
    }

    private static String heard(@Nullable Duration silence) {
        return silence == null ? "at a time that is not known" : Spans.ago(silence);
    }
}
