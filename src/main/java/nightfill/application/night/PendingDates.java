package nightfill.application.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.run.Runs;

/** Finds the dates whose feeds lie in INPUT and that were never run. */
record PendingDates(FeedFiles files, Runs runs) {

    /** Oldest first. */
    List<LocalDate> before(Path input, LocalDate date) throws IOException {
        Set<LocalDate> finished = runs.finishedDates();
        return files.datesWithFeeds(input).stream()
                .filter(arrived -> arrived.isBefore(date))
                .filter(arrived -> !finished.contains(arrived))
                .filter(arrived -> runs.unfinished()
                        .filter(run -> run.date().equals(arrived))
                        .isEmpty())
                .toList();
    }
}
