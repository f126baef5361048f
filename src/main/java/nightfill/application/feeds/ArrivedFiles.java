package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.FeedFiles.Stamp;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;

/** What a sender has put into INPUT for a date, judged before it is taken. */
record ArrivedFiles(FeedFiles files, FeedReader feeds, ControlReader control) {

    /** @throws Problem (not ready) when a feed is missing or torn, (refused) when the sender's word is not kept */
    Delivery inspect(Input input) throws IOException {
        List<String> names = files.names(input.path());
        // before anything is looked at, so that whatever is written from now on is noticed
        Map<String, Stamp> stamps = stamps(input, names);
        requireMandatory(input, names);
        SendersWord word = sendersWord(input, names);
        word.requireArrived(input, names);
        requireWhole(input, names, word);
        word.requireNamed(input, names);
        return new Delivery(input, stamps, word, unknown(names), sources(input, stamps));
    }

    private static void requireMandatory(Input input, List<String> names) {
        for (Feed feed : Feed.values()) {
            if (feed.mandatory() && !names.contains(feed.fileName())) {
                throw Problem.notReady(
                        "%s is not there yet".formatted(input.file(feed.fileName())),
                        Remedy.mend("send it"),
                        Act.NAME_INPUT);
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

    Map<String, Stamp> stamps(Input input, List<String> names) throws IOException {
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
        return name.equals(Input.CONTROL) || Feed.named(name).isPresent();
    }

    private static Problem torn(Path file) {
        return Problem.notReady(
                "%s: its last record has no line end and may be torn".formatted(file),
                Remedy.mend("send the whole file"),
                Remedy.mend("vouch for its hash in control.csv"));
    }
}
