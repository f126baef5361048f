package nightfill.application.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.figures.RunFigures;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** What is on record of nights; every call sees one state of the data. */
public interface NightRecords {

    /**
     * The nights of the newest dates before a date, or of the newest at all.
     *
     * @param before null for the newest
     */
    Nights nights(NightFilter filter, @Nullable LocalDate before, int most);

    /** All about a run; of several that were given its number, the one that counts or did so last. */
    Optional<RunRecord> run(RunName name);

    /** The nights of the last finished dates, newest first. */
    List<PastNight> past(int most);

    /** What was begun and is not done. */
    Undone undone();

    /**
     * Some nights.
     *
     * @param shown the run that each date is shown by, newest first
     * @param earlier the other runs of these dates, newest first
     * @param attempts at the shown runs, in the order in which they were made
     * @param past finished nights of the same weekdays before these
     */
    record Nights(List<RunFacts> shown, List<RunFacts> earlier, List<Attempt> attempts, List<PastNight> past) {}

    /**
     * A finished night.
     *
     * @param times of all attempts at it
     */
    record PastNight(RunName name, RunFigures figures, List<Times> times) {

        public LocalDate date() {
            return name.date();
        }

        /** When the last attempt at it ended; null where that is not known. */
        @Nullable
        Instant ended() {
            return times.stream()
                    .map(Times::ended)
                    .flatMap(Stream::ofNullable)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /**
     * What was begun and is not done, newest first.
     *
     * @param unfinished of each date whose last run was never finished: that run
     * @param owed what finished runs are still to be brought where
     */
    record Undone(List<LastTry> unfinished, List<Owed> owed) {}

    /**
     * A run that was never finished.
     *
     * @param attempt the last one at it; null where there is none
     * @param answered whether somebody has signed a note about the date since
     */
    record LastTry(RunFacts run, @Nullable Attempt attempt, boolean answered) {}

    /** A finished run that a directory lacks. */
    record Owed(RunName run, String directory) {}
}
