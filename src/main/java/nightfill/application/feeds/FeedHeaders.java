package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Header;
import nightfill.domain.feed.MeantColumn;
import nightfill.domain.run.Run;
import nightfill.domain.words.Visible;

/** Judges the headers of the feeds that a run has accepted. */
record FeedHeaders(FeedFiles files, FeedReader feeds, Runs runs) {

    private static final int WARNINGS = 10;

    /** @throws Problem (refused) naming all that cannot be accepted */
    void require(Run run, Delivery delivery) throws IOException {
        List<Problem> faults = new ArrayList<>();
        for (Feed feed : delivery.feeds()) {
            Path kept = files.kept(run, feed.fileName());
            if (!(delivery.word().vouchesForNone(feed) && feeds.isEmpty(kept))) {
                require(run, feed, kept).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw all(faults);
        }
    }

    private Optional<Problem> require(Run run, Feed feed, Path kept) throws IOException {
        try (FeedReader.Rows rows = feeds.open(kept, feed, run.rules(), Position.START)) {
            warn(run, feed, rows.columns());
            return Optional.empty();
        } catch (Problem fault) {
            return Optional.of(fault);
        }
    }

    private void warn(Run run, Feed feed, Header.Columns columns) {
        new LinkedHashSet<>(columns.unread())
                .stream()
                        .flatMap(name ->
                                MeantColumn.of(feed, name).map(meant -> warning(feed, name, meant, columns)).stream())
                        .limit(WARNINGS)
                        .forEach(warning -> runs.warn(run, warning));
    }

    private static String warning(Feed feed, String name, String meant, Header.Columns columns) {
        String unread =
                "%s: the column %s is not read; ".formatted(feed.fileName(), Visible.shown(Visible.brief(name)));
        if (columns.has(meant)) {
            return unread + meant + " is";
        }
        return unread + "is %s meant? No %s were read".formatted(meant, MeantColumn.contents(meant));
    }

    private static Problem all(List<Problem> faults) {
        return Problem.refused(
                faults.stream().map(Problem::what).collect(Collectors.joining(" | ")),
                faults.stream()
                        .flatMap(fault -> fault.remedies().stream())
                        .distinct()
                        .toArray(Remedy[]::new));
    }
}
