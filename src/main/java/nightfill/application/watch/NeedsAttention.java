package nightfill.application.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Owed;
import nightfill.application.watch.NightRecords.Undone;
import nightfill.domain.run.Run;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** Finds what a person has to look at: it is empty only once each trouble was made up for, undone, or answered. */
public record NeedsAttention(NightRecords records, Owners owners) {

    /** What the audit trail calls it that somebody signs a note about a date. */
    public static final String NOTE = "note";

    /** Nights in trouble, newest date first, and what is still to be published. */
    public record Attention(List<Trouble> troubles, List<Owed> owed) {}

    /**
     * A date whose last attempt came to nothing.
     *
     * @param attempt null where its process died before it was recorded
     */
    public record Trouble(
            RunFacts run, NightStatus status, @Nullable JudgedAttempt attempt) {

        public LocalDate date() {
            return run.name().date();
        }

        /** 0 where there is none. */
        public long attemptId() {
            return attempt == null ? 0 : attempt.attempt().id();
        }
    }

    public Attention find() {
        return find(owners.current());
    }

    /** The same, where it is known who owns the run lock. */
    public Attention find(Optional<Owner> owner) {
        Undone undone = records.undone();
        List<Trouble> troubles = undone.unfinished().stream()
                .filter(last -> !last.answered())
                .map(last -> trouble(last, owner.map(Owner::liveness)))
                .filter(NeedsAttention::isTrouble)
                .toList();
        return new Attention(troubles, undone.owed());
    }

    private static Trouble trouble(LastTry last, Optional<Liveness> owner) {
        Attempt attempt = last.attempt();
        JudgedAttempt judged = attempt == null ? null : JudgedAttempt.of(attempt, owner);
        NightStatus status = NightStatus.of(last.run().state(), judged == null ? null : judged.status(), owner);
        return new Trouble(last.run(), status, judged);
    }

    /** Whoever stops a night knows of it; but once its feeds count, all other dates wait for it. */
    private static boolean isTrouble(Trouble trouble) {
        boolean blocking = trouble.run().state() == Run.State.ALLOCATING;
        return trouble.status().isTrouble() || (trouble.status() == NightStatus.STOPPED && blocking);
    }
}
