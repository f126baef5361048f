package nightfill.application.feeds;

import java.util.Comparator;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Staged;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;

/** Staged rows in a database in memory. */
public final class InMemoryStaging implements Staging {

    private final InMemoryDatabase database;

    public InMemoryStaging(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void stage(Run run, Feed feed, List<? extends FeedRecord> rows) {
        if (new InMemoryRuns(database).get(run.id()).state() != Run.State.LOADING) {
            throw new Problem(Kind.FAILED, run.title() + " does not load any more");
        }
        int staged = resumeAt(run, feed).rows();
        rows.stream()
                .filter(row -> row.number() > staged)
                .forEach(row -> database.staged.insert(new Staged(run.id(), feed, row)));
    }

    @Override
    public FeedRecord.Position resumeAt(Run run, Feed feed) {
        return database.staged
                .where(row -> row.run() == run.id() && row.feed() == feed)
                .map(Staged::row)
                .max(Comparator.comparing(FeedRecord::number))
                .map(FeedRecord::next)
                .orElse(FeedRecord.Position.START);
    }
}
