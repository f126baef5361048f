package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
            RunFacts run, NightStatus status, @Nullable JudgedAttempt attempt) {

        public LocalDate date() {
            return run.name().date();
        }

        /** When the attempt ended, or began where its end is not known. */
        Instant since() {
            if (attempt == null) {
                return Instant.EPOCH;
            }
            Times times = attempt.attempt().times();
            Instant ended = times.ended() == null ? times.started() : times.ended();
            return ended == null ? Instant.EPOCH : ended;
        }
    }

    public Attention find() {
        Optional<Liveness> owner = owners.current().map(Owner::liveness);
        List<Trouble> troubles = records.unfinished().stream()
                .map(last -> trouble(last, owner))
                .filter(NeedsAttention::isTrouble)
                .toList();
        Set<LocalDate> answered =
                answers.answered(troubles.stream().collect(Collectors.toMap(Trouble::date, Trouble::since)));
        List<Trouble> open = troubles.stream()
                .filter(trouble -> !answered.contains(trouble.date()))
                .toList();
        return new Attention(open, records.owed());
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
