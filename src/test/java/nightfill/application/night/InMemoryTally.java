package nightfill.application.night;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Counted;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.Staged;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.night.Outcome;
import nightfill.domain.run.Run;

/** Counts what became of each feed of a run. */
record InMemoryTally(InMemoryDatabase database, Run run) {

    void count() {
        new InMemoryRuns(database)
                .accepted(run)
                .forEach(feed -> database.counted.put(
                        row -> row.run() == run.id() && row.feed() == feed.feed(),
                        new Counted(run.id(), feed.feed(), counts(feed))));
    }

    private FeedCounts counts(AcceptedFeed accepted) {
        Feed feed = accepted.feed();
        return new FeedCounts(
                accepted.sha256(),
                staged(feed).size(),
                applied(feed),
                passedOver(feed, Outcome.Kind.DUPLICATE),
                passedOver(feed, Outcome.Kind.SUPERSEDED),
                rejected(feed));
    }

    private long rejected(Feed feed) {
        return database.rejected
                .where(row -> row.run() == run.id() && row.feed() == feed)
                .count();
    }

    private List<Staged> staged(Feed feed) {
        return database.staged
                .where(row -> row.run() == run.id() && row.feed() == feed)
                .toList();
    }

    private long passedOver(Feed feed, Outcome.Kind verdict) {
        return database.passedOver
                .where(row -> row.run() == run.id() && row.feed() == feed && row.verdict() == verdict)
                .count();
    }

    private long applied(Feed feed) {
        InMemoryRules rules = new InMemoryRules(database, run);
        long openings = rules.turnsBefore(Feed.URGENT);
        long before = rules.turnsBefore(Feed.ORDER_LINES);
        Predicate<Line> loaded = line -> line.loadedRun() == run.id();
        return switch (feed) {
            case BATCHES ->
                database.fed
                        .where(row -> row.run() == run.id() && row.changed())
                        .count();
            case ORDER_LINES -> count(loaded.and(line -> line.turn() > before));
            case ALLOCATIONS -> count(loaded.and(line -> line.turn() <= openings && !line.isOpen()));
            case URGENT -> count(loaded.and(line -> line.turn() > openings && line.turn() <= before && !line.isOpen()));
            case DISPATCHES -> staged(feed).size() - rejected(feed) - passedOver(feed, Outcome.Kind.DUPLICATE);
            case CANCELLATIONS ->
                count(line -> Objects.equals(line.cancelledRun(), run.id())
                        && staged(feed).stream().anyMatch(row -> isOf(row, line)));
        };
    }

    private static boolean isOf(Staged row, Line line) {
        return row.row().row() instanceof LineRow named
                && named.line().equals(line.line().line());
    }

    private long count(Predicate<Line> which) {
        return database.lines.where(which).count();
    }
}
