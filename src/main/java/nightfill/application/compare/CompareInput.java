package nightfill.application.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.run.Input;
import nightfill.application.watch.RunRecord;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run.State;
import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.InputComparison;
import org.jspecify.annotations.Nullable;

/**
 * Compares INPUT, where the last attempt at a run looked for feeds, with what the run accepted. Lengths are compared at
 * each call; a file of the same length is read once, in the background, until it changes.
 */
public record CompareInput(InputFiles files) {

    /** What was compared, {@code INPUT/<business date>}, and how it is. */
    public record Compared(Path directory, InputComparison how) {}

    /**
     * How INPUT compares as this process sees it; {@code how().restart()} is what running the date again from here would
     * begin with, {@code how().verdict()} how INPUT compares, {@code InputWords} the words for both.
     *
     * @param patience how long to wait for each file that has to be read: none to show a page, a second or two before
     *     somebody decides
     * @return nothing where the run is not unfinished, or has accepted nothing yet
     */
    public Optional<Compared> of(RunRecord record, Duration patience) {
        State state = record.run().state();
        return state == State.LOADING || state == State.ALLOCATING ? compare(record, patience) : Optional.empty();
    }

    /** The same of a finished run; only how INPUT compares is of interest then. */
    public Optional<Compared> ofFinished(RunRecord record, Duration patience) {
        return record.run().state() == State.FINISHED ? compare(record, patience) : Optional.empty();
    }

    /** Whether no feed of a date lies where they arrive, as far as that can be seen. */
    public boolean isEmpty(Input input) {
        return lengths(input).filter(Map::isEmpty).isPresent();
    }

    private Optional<Compared> compare(RunRecord record, Duration patience) {
        String directory = record.contents().input();
        if (directory == null || record.contents().feeds().isEmpty()) {
            return Optional.empty();
        }
        Input input = new Input(Path.of(directory), record.run().name().date());
        Optional<Map<Feed, Long>> found = lengths(input);
        InputComparison how = new InputComparison(
                record.run().state() != State.LOADING,
                found.isPresent(),
                new Comparison(record, input, found.orElse(Map.of()), patience).feeds());
        return Optional.of(new Compared(input.path(), how));
    }

    /** A place that cannot be listed is not seen. */
    private Optional<Map<Feed, Long>> lengths(Input input) {
        try {
            return files.lengths(input);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private final class Comparison {

        private final RunRecord record;
        private final Input input;
        private final Map<Feed, Long> found;
        private final Duration patience;

        private Comparison(RunRecord record, Input input, Map<Feed, Long> found, Duration patience) {
            this.record = record;
            this.input = input;
            this.found = found;
            this.patience = patience;
        }

        private List<ComparedFeed> feeds() {
            Map<Feed, FeedRecord> accepted = new EnumMap<>(Feed.class);
            record.contents().feeds().forEach(feed -> accepted.put(feed.feed(), feed));
            return Feed.SENT.stream()
                    .filter(feed -> accepted.containsKey(feed) || found.containsKey(feed))
                    .map(feed -> feed(feed, accepted.get(feed)))
                    .toList();
        }

        private ComparedFeed feed(Feed feed, @Nullable FeedRecord accepted) {
            long bytes = found.getOrDefault(feed, 0L);
            return accepted == null
                    ? new ComparedFeed(feed, Match.NEW, false, 0, bytes)
                    : new ComparedFeed(
                            feed,
                            match(accepted),
                            files.isKept(record.run().name(), feed, accepted.bytes()),
                            accepted.bytes(),
                            bytes);
        }

        private Match match(FeedRecord accepted) {
            Long bytes = found.get(accepted.feed());
            if (bytes == null) {
                return Match.ABSENT;
            }
            return bytes == accepted.bytes() ? byContent(accepted) : Match.DIFFERENT;
        }

        private Match byContent(FeedRecord accepted) {
            try {
                return files.sha256(input.file(accepted.feed().fileName()), patience)
                        .map(sha256 -> sha256.equals(accepted.sha256()) ? Match.EQUAL : Match.DIFFERENT)
                        .orElse(Match.UNREAD);
            } catch (IOException e) {
                return Match.UNREADABLE;
            }
        }
    }
}
