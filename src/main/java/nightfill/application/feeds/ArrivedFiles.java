package nightfill.application.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.feeds.FeedFiles.Stamp;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;

/** What a sender has put into INPUT for a date, judged before it is taken. */
record ArrivedFiles(FeedFiles files, FeedReader feeds, ControlReader control) {

    /** @throws Problem (not ready) when a feed is missing or torn, (refused) when the sender's word is not kept */
    Delivery inspect(Input input) throws IOException {
        ArrivedNames names = ArrivedNames.of(files, input);
        // before anything is looked at, so that whatever is written from now on is noticed
        Map<String, Stamp> stamps = stamps(names);
        names.requireWritten();
        requireNarrow(names);
        names.requireMandatory();
        SendersWord word = sendersWord(names);
        word.requireArrived(names);
        requireWhole(names, word);
        names.requireWellNamed();
        word.requireNamed(names);
        return new Delivery(input, stamps, word, names.foreign(), sources(input, stamps));
    }

    /** Such a file is not mended by waiting, whatever else is wrong with it. */
    private void requireNarrow(ArrivedNames names) throws IOException {
        for (String name : names.read()) {
            feeds.requireNarrow(names.input().file(name));
        }
    }

    private SendersWord sendersWord(ArrivedNames names) throws IOException {
        if (!names.has(Input.CONTROL)) {
            return SendersWord.NONE;
        }
        Path file = names.input().file(Input.CONTROL);
        if (feeds.isTorn(file)) {
            throw torn(file);
        }
        try {
            return SendersWord.of(control.read(file));
        } catch (Problem damaged) {
            requireWhole(names, SendersWord.NONE);
            throw damaged;
        }
    }

    Map<String, Stamp> stamps(ArrivedNames names) throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        for (String name : names.read()) {
            stamps.put(name, files.stamp(names.input().file(name)));
        }
        return stamps;
    }

    private void requireWhole(ArrivedNames names, SendersWord word) throws IOException {
        for (Feed feed : Feed.SENT) {
            Path file = names.input().file(feed.fileName());
            if (names.has(feed.fileName()) && feeds.isTorn(file) && !isVouchedFor(feed, file, word)) {
                throw torn(file);
            }
        }
    }

    private boolean isVouchedFor(Feed feed, Path file, SendersWord word) throws IOException {
        return word.vouchesForBytes(feed, files.sha256(file)) || (word.vouchesForNone(feed) && feeds.isEmpty(file));
    }

    private static Map<Feed, Path> sources(Input input, Map<String, Stamp> stamps) {
        Map<Feed, Path> sources = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.SENT) {
            if (stamps.containsKey(feed.fileName())) {
                sources.put(feed, input.file(feed.fileName()));
            }
        }
        return sources;
    }

    private static Problem torn(Path file) {
        return Problem.notReady(
                "%s: its last record has no line end and may be torn".formatted(file),
                Remedy.mend("send the whole file"),
                Remedy.mend("vouch for its hash in control.csv"));
    }
}
