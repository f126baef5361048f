package nightfill.application.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nightfill.application.feeds.FeedFiles.Stamp;
import nightfill.application.figures.Summary;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;

/** Takes the feeds of a night into the home, from which alone the night reads them. */
public final class AcceptFeeds {

    private final FeedFiles files;
    private final FeedReader feeds;
    private final ControlReader control;
    private final Runs runs;

    public AcceptFeeds(FeedFiles files, FeedReader feeds, ControlReader control, Runs runs) {
        this.files = files;
        this.feeds = feeds;
        this.control = control;
        this.runs = runs;
    }

    /**
     * Looks at what has arrived.
     *
     * @throws Problem (not ready) when a feed is missing or torn, (refused) when the sender's word is not kept
     */
    public Delivery inspect(Input input) {
        try {
            List<String> names = files.names(input.path());
            // before anything is looked at, so that whatever is written from now on is noticed
            Map<String, Stamp> stamps = stamps(input, names);
            requireMandatory(input, names);
            SendersWord word = sendersWord(input, names);
            word.requireArrived(input, names);
            requireWhole(input, names, word);
            word.requireNamed(input, names);
            return new Delivery(input, stamps, word, unknown(names), sources(input, stamps));
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

    /** Copies one feed; its hash is that of the bytes that were copied. */
    public AcceptedFeed accept(Run run, Delivery delivery, Feed feed) {
        try {
            Content kept = files.keep(delivery.source(feed), run);
            requireHash(delivery, feed, kept.sha256());
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
            files.keepOnly(run, delivery.feeds().stream().map(Feed::fileName).toList());
            requireFirstNight(run, delivery);
            new OwnOrderLines(runs).require(run, delivery.input());
            requireHeaders(run, delivery);
        } catch (IOException e) {
            throw unreadable(delivery.input(), e);
        }
        for (String name : delivery.unknown()) {
            runs.warn(run, name + " is not a feed and was ignored");
        }
    }

    private static void requireMandatory(Input input, List<String> names) {
        for (Feed feed : Feed.values()) {
            if (feed.mandatory() && !names.contains(feed.fileName())) {
                throw Problem.notReady("%s is not there yet; send it, or name the right --input and --date"
                        .formatted(input.file(feed.fileName())));
            }
        }
    }

    private SendersWord sendersWord(Input input, List<String> names) throws IOException {
        if (!names.contains(Input.CONTROL)) {
            return SendersWord.NONE;
        }
        Path file = input.file(Input.CONTROL);
        if (feeds.isTorn(file)) {
            throw torn(file);
        }
        try {
            return SendersWord.of(control.read(file));
        } catch (Problem damaged) {
            requireWhole(input, names, SendersWord.NONE);
            throw damaged;
        }
    }

    private Map<String, Stamp> stamps(Input input, List<String> names) throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        for (String name : names) {
            if (isKnown(name)) {
                stamps.put(name, files.stamp(input.file(name)));
            }
        }
        return stamps;
    }

    private void requireWhole(Input input, List<String> names, SendersWord word) throws IOException {
        for (Feed feed : Feed.values()) {
            Path file = input.file(feed.fileName());
            if (names.contains(feed.fileName())
                    && feeds.isTorn(file)
                    && !word.vouchesForBytes(feed, files.sha256(file))) {
                throw torn(file);
            }
        }
    }

    /** What arrived once is held against its hashes alone. */
    private void requireUnchanged(Delivery delivery) throws IOException {
        if (delivery.stamps().isEmpty()) {
            return;
        }
        List<String> names = files.names(delivery.input().path());
        if (!stamps(delivery.input(), names).equals(delivery.stamps())) {
            throw changed(delivery.input());
        }
    }

    private static Problem changed(Input input) {
        return Problem.notReady("the feeds in %s changed while they were accepted; run again when they are complete"
                .formatted(input.path()));
    }

    /** A feed that is still being written has no hash to be held against. */
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
            throw Problem.refused("%s: opening allocations come with the first night only, and lines are known already;"
                            .formatted(delivery.input().file(Feed.ALLOCATIONS.fileName()))
                    + " remove the file");
        }
    }

    private void requireHeaders(Run run, Delivery delivery) throws IOException {
        StringBuilder faults = new StringBuilder();
        for (Feed feed : delivery.feeds()) {
            try {
                feeds.open(files.kept(run, feed.fileName()), feed, Position.START)
                        .close();
            } catch (Problem fault) {
                faults.append(faults.isEmpty() ? "" : " | ").append(fault.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.refused(faults.toString());
        }
    }

    private static Map<Feed, Path> sources(Input input, Map<String, Stamp> stamps) {
        Map<Feed, Path> sources = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            if (stamps.containsKey(feed.fileName())) {
                sources.put(feed, input.file(feed.fileName()));
            }
        }
        return sources;
    }

    private static List<String> unknown(List<String> names) {
        return names.stream().filter(name -> !isKnown(name)).toList();
    }

    private static boolean isKnown(String name) {
        return name.equals(Input.CONTROL)
                || Arrays.stream(Feed.values()).anyMatch(feed -> feed.fileName().equals(name));
    }

    private static Problem torn(Path file) {
        return Problem.notReady(
                "%s: its last record has no line end and may be torn; send the whole file, or vouch for its hash in control.csv"
                        .formatted(file));
    }

    /** A feed that was listed, and is gone, was taken away meanwhile. */
    private static Problem unreadable(Input input, IOException e) {
        if (e instanceof NoSuchFileException gone && Path.of(gone.getFile()).startsWith(input.path())) {
            return changed(input);
        }
        return new Problem(
                Kind.FAILED,
                "%s cannot be taken in: %s; see to it and run again".formatted(input.path(), FileTrouble.of(e)),
                new UncheckedIOException(e));
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
