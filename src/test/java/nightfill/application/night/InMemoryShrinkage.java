package nightfill.application.night;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Release;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.night.Purchase;
import nightfill.domain.run.Run;
import nightfill.domain.shrinkage.Shrinkage;
import nightfill.domain.shrinkage.Shrinkage.Amount;

/** Counts what a run took away. */
record InMemoryShrinkage(InMemoryDatabase database, Run run) {

    private static final int USUAL_NIGHTS = 7;

    Shrinkage shrinkage() {
        Books before = database.before(run.id());
        List<StoredBatch> atSea =
                before.batches().stream().filter(batch -> batch.eta() != null).toList();
        return new Shrinkage(
                amount(before.lines().stream().filter(Line::isAllocated).map(Line::line)),
                amount(database.releases
                        .where(row -> row.run() == run.id() && row.cause().equals("BATCH_REDUCED"))
                        .map(Release::line)),
                atSea.size(),
                atSea.stream().filter(this::isHere).count(),
                run.terms().purchasing().hasSnapshot() ? snapshot(before) : Shrinkage.Snapshot.NONE,
                feedRows());
    }

    private Shrinkage.Snapshot snapshot(Books before) {
        return new Shrinkage.Snapshot(
                rows(run, Feed.BATCHES),
                before.batches().stream()
                        .filter(batch -> batch.quantity() > gone(before, batch))
                        .count(),
                database.fed
                        .where(row -> row.run() == run.id() && row.how() == Purchase.LACKED)
                        .count());
    }

    private static long gone(Books before, StoredBatch batch) {
        return before.lines().stream()
                .filter(line ->
                        line.dispatchedRun() != null && batch.reference().equals(line.batch()))
                .mapToLong(Line::quantity)
                .sum();
    }

    private static Amount amount(Stream<OpenLine> lines) {
        List<OpenLine> all = lines.toList();
        return new Amount(
                all.size(),
                all.stream().mapToLong(line -> line.line().quantity()).sum());
    }

    private boolean isHere(StoredBatch batch) {
        return database.batches.has(now -> now.reference().equals(batch.reference()) && now.eta() == null);
    }

    private List<Shrinkage.FeedRows> feedRows() {
        List<Run> nights = database.runs
                .where(other -> other.state() == Run.State.FINISHED && other.id() < run.id())
                .sorted(Comparator.comparing(Run::id).reversed())
                .limit(USUAL_NIGHTS)
                .toList();
        return nights.size() < USUAL_NIGHTS
                ? List.of()
                : Feed.SENT.stream()
                        .map(feed -> new Shrinkage.FeedRows(feed, rows(run, feed), median(nights, feed)))
                        .toList();
    }

    private long median(List<Run> nights, Feed feed) {
        return nights.stream().map(night -> rows(night, feed)).sorted().toList().get(USUAL_NIGHTS / 2);
    }

    private long rows(Run of, Feed feed) {
        FeedCounts counts = new InMemoryRuns(database).feedCounts(of).get(feed);
        return counts == null ? 0 : counts.rows();
    }
}
