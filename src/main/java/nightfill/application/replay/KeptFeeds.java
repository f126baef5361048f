package nightfill.application.replay;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.night.FeedRow;
import nightfill.domain.night.FeedRows;
import nightfill.domain.night.NightFeeds;
import nightfill.domain.run.Run;
import nightfill.domain.words.Rules;

/** The copies that were kept of the feeds that runs accepted. */
record KeptFeeds(FeedFiles files, FeedReader reader) {

    /** @throws Problem (refused) when one is gone, or is not what was accepted */
    NightFeeds read(Run run, List<AcceptedFeed> accepted) throws IOException {
        Map<Feed, FeedRows> sent = new EnumMap<>(Feed.class);
        for (AcceptedFeed feed : accepted) {
            Path kept = files.kept(run, feed.feed().fileName());
            requireKept(run, feed, kept);
            sent.put(feed.feed(), new FeedRows(feed.feed(), rows(kept, feed, run.rules())));
        }
        return new NightFeeds(sent, run.terms().purchasing().batches());
    }

    private void requireKept(Run run, AcceptedFeed feed, Path kept) throws IOException {
        try {
            if (!files.sha256(kept).equals(feed.sha256())) {
                throw lost("%s is not the feed that %s accepted".formatted(kept, run.title()), feed);
            }
        } catch (NoSuchFileException e) {
            throw lost("%s is gone, so %s cannot be replayed".formatted(kept, run.title()), feed);
        }
    }

    private static Problem lost(String what, AcceptedFeed feed) {
        return Problem.refused(what, Remedy.mend("put back the feed with SHA-256 " + feed.sha256()));
    }

    private List<FeedRow> rows(Path file, AcceptedFeed feed, Rules rules) throws IOException {
        List<FeedRow> rows = new ArrayList<>();
        try (FeedReader.Rows records = reader.open(file, feed, rules, Position.START)) {
            for (FeedRecord row = records.next(); row != null; row = records.next()) {
                rows.add(new FeedRow(row));
            }
        }
        return rows;
    }
}
