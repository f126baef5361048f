package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.Input;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;

/** Finds the feeds that a run took in once, by the hashes in its summary. */
public record FormerFeeds(FeedFiles files) {

    /**
     * What arrived for the run when it was run first, as it lies in the home or in INPUT.
     *
     * @throws Problem (refused) naming a feed that lies in neither
     */
    public Delivery find(Input input, Summary shown) throws IOException {
        Map<Feed, Path> sources = new EnumMap<>(Feed.class);
        Map<Feed, ControlEntry> word = new EnumMap<>(Feed.class);
        for (Map.Entry<String, FeedCounts> entry : shown.feeds().entrySet()) {
            Feed feed = Feed.of(entry.getKey());
            String sha256 = entry.getValue().sha256();
            sources.put(feed, source(shown, input, feed, sha256));
            word.put(feed, new ControlEntry(feed, (int) entry.getValue().rows(), Optional.of(sha256)));
        }
        return new Delivery(input, Map.of(), new SendersWord(Optional.of(word)), List.of(), sources);
    }

    private Path source(Summary shown, Input input, Feed feed, String sha256) throws IOException {
        Path kept = files.kept(shown.directory(), feed.fileName());
        Path arrived = input.file(feed.fileName());
        for (Path file : List.of(kept, arrived)) {
            if (files.isFile(file) && files.sha256(file).equals(sha256)) {
                return file;
            }
        }
        throw Problem.refused(
                "%s cannot be run again: neither %s nor %s is the file with SHA-256 %s that it took in"
                        .formatted(shown.title(), kept, arrived, sha256),
                Remedy.mend("put it back in either place"));
    }
}
