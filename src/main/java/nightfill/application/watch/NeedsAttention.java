package nightfill.application.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.application.watch.NightRecords.LastTry;
import nightfill.application.watch.NightRecords.Owed;
import nightfill.domain.run.Run;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import org.jspecify.annotations.Nullable;

/** Finds what a person has to look at: it is empty only once each trouble was made up for, undone, or answered. */
public record NeedsAttention(NightRecords records, Owners owners, Answers answers) {

    /** Nights in trouble, newest date first, and what is still to be published. */
    public record Attention(List<Trouble> troubles, List<Owed> owed) {}

    /**
     * A date whose last attempt came to nothing.
     *
     * @param attempt null where its process died before it was recorded
     */
    public record Trouble(
            RunFacts run, NightStatus status, @Nullable JudgedAttempt attempt) {}

    public Attention find() {
        Optional<Liveness> owner = owners.current().map(Owner::liveness);
        List<Trouble> troubles = records.unfinished().stream()
                .map(last -> trouble(last, owner))
                .filter(NeedsAttention::isTrouble)
                .filter(trouble -> !isAnswered(trouble))
                .toList();
        return new Attention(troubles, records.owed());
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

    private boolean isAnswered(Trouble trouble) {
        return answers.isAnswered(trouble.run().name().date(), since(trouble.attempt()));
    }

    private static Instant since(@Nullable JudgedAttempt judged) {
        if (judged == null) {
            return Instant.EPOCH;
        }
        Times times = judged.attempt().times();
        Instant ended = times.ended() == null ? times.started() : times.ended();
        return ended == null ? Instant.EPOCH : ended;
    }
}
