package nightfill.view;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.Retries.Upcoming;
import nightfill.view.Mark.Shape;
import nightfill.view.Mark.Tone;

/**
 * How it is said what a scheduler has done about a night and will do, in a sentence without its full stop.
 *
 * @param time how a moment is said
 */
public record RetryWords(Function<Instant, String> time) {

    private static final int NAMED = 5;

    /**
     * What it did, and what it does next.
     *
     * @param underWay whether the night's process is at work
     */
    public String text(Retries retries, boolean underWay, Instant now) {
        return "The scheduler tried at %s; %s"
                .formatted(tried(retries.tries()), next(retries, retries.upcoming(underWay, now)));
    }

    /** How it is to be said that a try has brought no night. */
    public static Mark mark(String outcome, boolean atWork) {
        return switch (outcome) {
            case "" -> atWork ? new Mark("starting", Shape.RING, Tone.ACTIVE) : StatusWords.mark(NightStatus.KILLED);
            case "NOT_READY" -> new Mark("not ready", Shape.SQUARE, Tone.WARNING);
            case "BUSY" -> new Mark("busy", Shape.SQUARE, Tone.WARNING);
            case "STOPPED" -> StatusWords.mark(NightStatus.STOPPED);
            case "REFUSED" -> StatusWords.mark(NightStatus.REFUSED);
            default -> StatusWords.mark(NightStatus.FAILED);
        };
    }

    private String tried(List<Try> tries) {
        String times = tries.subList(Math.max(0, tries.size() - NAMED), tries.size()).stream()
                .map(each -> time.apply(each.began()))
                .collect(Collectors.joining(", "));
        return tries.size() > NAMED ? "%s (%d times in all)".formatted(times, tries.size()) : times;
    }

    private String next(Retries retries, Upcoming upcoming) {
        String deadline = time.apply(retries.plan().until());
        String at = upcoming.at() == null ? "" : time.apply(upcoming.at());
        return switch (upcoming.step()) {
            case WORKS -> "at %s it stops what still runs, and wakes someone".formatted(deadline);
            case TRIES_AGAIN ->
                at.isEmpty()
                        ? "as its process died, it tries again %s after that; it wakes someone by %s"
                                .formatted(Spans.text(retries.plan().pause()), deadline)
                        : "next %s; wakes someone by %s".formatted(at, deadline);
            case IS_OVERDUE ->
                "the next try was due at %s and has not come: see whether the scheduler is alive".formatted(at);
            case IS_DONE -> "it does not try again";
            case WOKE_SOMEONE -> "it woke someone at %s, and does not try again".formatted(at);
        };
    }
}
