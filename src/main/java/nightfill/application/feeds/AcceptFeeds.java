package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.application.feeds.FeedFiles.Stamp;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.application.urgent.UrgentPromises;
import nightfill.domain.feed.Feed;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;
import nightfill.domain.words.Visible;

/** Takes the feeds of a night into the home, from which alone the night reads them. */
public record AcceptFeeds(
        FeedFiles files, FeedReader feeds, ControlReader control, Runs runs, UrgentPromises promises) {

    private static final int NAMED = 10;

    /**
     * Looks at what has arrived.
     *
     * @throws Problem (not ready) when a feed is missing or torn, (refused) when the sender's word is not kept
     */
    public Delivery inspect(Input input) {
        try {
            return arrived().inspect(input);
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    /**
     * Looks at what has arrived, or for what arrived once where a run is to be run again.
     *
     * @throws Problem (not ready) or (refused) when it cannot be taken in
     */
    public Delivery inspect(Input input, Optional<Summary> shown) {
        if (shown.isEmpty()) {
            return inspect(input);
        }
        try {
            return new FormerFeeds(files).find(input, shown.get());
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    /** What a run takes in: what has arrived and, where there are such, the lines that were allocated at once. */
    public List<Feed> feeds(Run run, Delivery delivery) {
        return delivery.sources().containsKey(Feed.URGENT) || !urgent().hasRows(run)
                ? delivery.feeds()
                : Stream.concat(delivery.feeds().stream(), Stream.of(Feed.URGENT))
                        .toList();
    }

    /** Copies one feed, or writes the one that did not arrive; its hash is that of the bytes that were written. */
    public AcceptedFeed accept(Run run, Delivery delivery, Feed feed) {
        try {
            if (!delivery.sources().containsKey(feed)) {
                return urgent().write(run);
            }
            Content kept = files.keep(delivery.source(feed), run);
            requireHash(delivery, feed, kept.sha256());
            if (feed == Feed.URGENT) {
                urgent().putBack(run);
            }
            return new AcceptedFeed(
                    feed, kept.bytes(), kept.sha256(), delivery.word().rows(feed));
        } catch (IOException e) {
            throw unreadable(delivery.input(), e);
        }
    }

    /**
     * Judges the copies as a whole.
     *
     * @throws Problem (not ready) when INPUT changed meanwhile, (refused) when a copy cannot be read or may not be here
     */
    public void complete(Run run, Delivery delivery) {
        try {
            requireUnchanged(delivery);
            files.keepOnly(
                    run, feeds(run, delivery).stream().map(Feed::fileName).toList());
            requireFirstNight(run, delivery);
            new OwnFeeds(runs).require(run, delivery.input());
            new FeedHeaders(files, feeds, runs).require(run, delivery);
        } catch (IOException e) {
            throw unreadable(delivery.input(), e);
        }
        warnOfUnknown(run, delivery.unknown());
    }

    private void warnOfUnknown(Run run, List<String> unknown) {
        unknown.stream()
                .limit(NAMED)
                .forEach(name -> runs.warn(run, Visible.shown(name) + " is not a feed and was ignored"));
        if (unknown.size() > NAMED) {
            runs.warn(run, "not feeds and ignored: %,d more files".formatted(unknown.size() - NAMED));
        }
    }

    public UrgentFeed urgent() {
        return new UrgentFeed(promises, files, feeds);
    }

    private ArrivedFiles arrived() {
        return new ArrivedFiles(files, feeds, control);
    }

    /** What arrived once is compared with its hashes alone. */
    private void requireUnchanged(Delivery delivery) throws IOException {
        if (delivery.stamps().isEmpty()) {
            return;
        }
        ArrivedNames names = ArrivedNames.of(files, delivery.input());
        names.requireWritten();
        if (!arrived().stamps(names).equals(delivery.stamps())) {
            throw changed(delivery.input());
        }
    }

    private static Problem changed(Input input) {
        return Problem.notReady(
                "the feeds in %s changed while they were being accepted".formatted(input.path()),
                Remedy.mend("run again when they are complete"));
    }

    /** A feed that is still being written has no hash to compare with. */
    private void requireHash(Delivery delivery, Feed feed, String sha256) throws IOException {
        try {
            delivery.word().requireHash(feed, sha256);
        } catch (Problem refusal) {
            requireUnchanged(delivery);
            throw refusal;
        }
    }

    private void requireFirstNight(Run run, Delivery delivery) {
        if (delivery.feeds().contains(Feed.ALLOCATIONS)
                && runs.knowsLinesBeside(run.replacesId() == null ? null : runs.get(run.replacesId()))) {
            throw Problem.refused(
                    "%s: opening allocations come with the first night only, and lines are known already"
                            .formatted(delivery.input().file(Feed.ALLOCATIONS.fileName())),
                    Remedy.mend("remove the file"));
        }
    }

    /** A feed that was listed, and is gone, was taken away meanwhile. */
    private static Problem unreadable(Input input, IOException e) {
        if (e instanceof NoSuchFileException gone && Path.of(gone.getFile()).startsWith(input.path())) {
            return changed(input);
        }
        return Problem.failed("%s cannot be taken in".formatted(input.path()), e);
    }

    /**
     * What has arrived for a date.
     *
     * @param stamps of each known file, by name; none of a run that is run again
     * @param unknown names of files that are no feeds
     * @param sources where each feed lies
     */
    public record Delivery(
            Input input, Map<String, Stamp> stamps, SendersWord word, List<String> unknown, Map<Feed, Path> sources) {

        public List<Feed> feeds() {
            return Arrays.stream(Feed.values()).filter(sources::containsKey).toList();
        }

        Path source(Feed feed) {
            return Objects.requireNonNull(sources.get(feed), "a feed that was sent");
        }
    }
}
