package nightfill.adapter.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nightfill.application.night.Progress;
import nightfill.application.run.StepNotes;
import nightfill.application.run.StepNotes.Note;
import nightfill.domain.watch.Pace;
import nightfill.domain.watch.Phase;
import org.jspecify.annotations.Nullable;

/** Shows progress to people here, and now and then notes it for those elsewhere. */
record NotedProgress(Progress here, StepNotes notes, Clock clock) {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ASK_CLOCK_EVERY = 256;

    Progress.Step begin(String step, long id) {
        return new NotedStep(id, here.begin(step));
    }

    private final class NotedStep implements Progress.Step {

        private final long id;
        private final Progress.Step shown;
        private Instant notedAt = clock.instant();
        private @Nullable Phase phase;
        private double before;
        private long askClockAt;

        private NotedStep(long id, Progress.Step shown) {
            this.id = id;
            this.shown = shown;
        }

        @Override
        public void at(long rows, double share) {
            shown.at(rows, share);
            if (rows == 0) {
                before = share;
            } else if (rows >= askClockAt) {
                askClockAt = rows + ASK_CLOCK_EVERY;
                if (isDue()) {
                    note(rows, Pace.since(before, share));
                }
            }
        }

        @Override
        public void phase(Phase begun) {
            shown.phase(begun);
            phase = begun;
            before = 0;
            note(0, null);
        }

        private boolean isDue() {
            return Duration.between(notedAt, clock.instant()).compareTo(PAUSE) >= 0;
        }

        private void note(long rows, @Nullable Double share) {
            notes.note(id, new Note(rows, share, phase));
            notedAt = clock.instant();
        }

        @Override
        public void end() {
            shown.end();
        }

        @Override
        public void leave() {
            shown.leave();
        }
    }
}
