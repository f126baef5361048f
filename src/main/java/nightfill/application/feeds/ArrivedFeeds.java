package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;

/** Compares the feeds in INPUT with those that a run accepted. */
public record ArrivedFeeds(FeedFiles files, Runs runs, UrgentFeed urgent) {

    /** Whether INPUT holds no feed of the date any more. */
    public boolean areGone(Input input) {
        return hashes(input).isEmpty();
    }

    public boolean areThoseOf(Run run, Input input) {
        Map<Feed, String> accepted = new TreeMap<>();
        runs.accepted(run).stream()
                .filter(feed -> Feed.SENT.contains(feed.feed()))
                .forEach(feed -> accepted.put(feed.feed(), feed.sha256()));
        return hashes(input).equals(accepted);
    }

    /** Whether the copies that a run took of its feeds are all there, as they were taken. */
    public boolean areKept(Run run) {
        return runs.accepted(run).stream().allMatch(feed -> isKept(run, feed));
    }

    /**
     * Puts back what is missing of a run's copies, as long as INPUT holds the same feeds still, and the database the
     * lines that were allocated at once.
     *
     * @throws Problem (refused) naming a copy that cannot be put back
     */
    public void restore(Run run, Input input) {
        for (AcceptedFeed feed : runs.accepted(run)) {
            Path source = input.file(feed.feed().fileName());
            if (!isKept(run, feed) && !isTakenAnew(run, feed, source)) {
                throw Problem.refused(
                        "%s is missing or was altered, and %s is not the file that %s accepted"
                                .formatted(files.kept(run, feed.feed().fileName()), source, run.title()),
                        Remedy.mend("put back either, with SHA-256 " + feed.sha256()));
            }
        }
    }

    private boolean isTakenAnew(Run run, AcceptedFeed feed, Path source) {
        try {
            if (feed.feed() == Feed.URGENT) {
                return urgent.write(run).equals(feed);
            }
            return files.sha256(source).equals(feed.sha256())
                    && files.keep(source, run).sha256().equals(feed.sha256());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw Problem.failed("%s cannot be taken in".formatted(source), e);
        }
    }

    private boolean isKept(Run run, AcceptedFeed feed) {
        try {
            return files.sha256(files.kept(run, feed.feed().fileName())).equals(feed.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private Map<Feed, String> hashes(Input input) {
        Map<Feed, String> hashes = new TreeMap<>();
        try {
            List<String> names = files.names(input.path());
            for (Feed feed : Feed.SENT) {
                if (names.contains(feed.fileName())) {
                    hashes.put(feed, files.sha256(input.file(feed.fileName())));
                }
            }
        } catch (IOException e) {
            throw Problem.failed("%s cannot be read".formatted(input.path()), e);
        }
        return hashes;
    }
}
