package nightfill.application.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.problem.Problem;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Finds the dates whose feeds lie in INPUT and that were never run. */
record PendingDates(FeedFiles files, Runs runs) {

    /** The same from a date on, if there is one. */
    List<LocalDate> from(Optional<LocalDate> oldest, Path input, LocalDate date) {
        return before(input, date).stream()
                .filter(waiting -> oldest.filter(waiting::isBefore).isEmpty())
                .toList();
    }

    /** The first night by the order of running: one that was run late does not make older ones due. */
    Optional<LocalDate> first() {
        return runs.everFinished().stream().findFirst().map(Run::date);
    }

    /**
     * Oldest first.
     *
     * @throws Problem (failed) when INPUT cannot be read
     */
    List<LocalDate> before(Path input, LocalDate date) {
        Set<LocalDate> finished = runs.finishedDates();
        return datesWithFeeds(input).stream()
                .filter(arrived -> arrived.isBefore(date))
                .filter(arrived -> !finished.contains(arrived))
                .filter(arrived -> runs.unfinished()
                        .filter(run -> run.date().equals(arrived))
                        .isEmpty())
                .toList();
    }

    private List<LocalDate> datesWithFeeds(Path input) {
        try {
            return files.datesWithFeeds(input);
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(input), e);
        }
    }
}
