package nightfill.application.night;

import java.util.List;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryDatabase.PassedOver;
import nightfill.application.run.InMemoryDatabase.Rejected;
import nightfill.application.run.InMemoryDatabase.Staged;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.application.run.InMemoryRuns;
import nightfill.domain.allocation.Batch;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.night.FeedRow;
import nightfill.domain.night.FeedRows;
import nightfill.domain.night.LineState;
import nightfill.domain.night.NightState;
import nightfill.domain.run.Run;

/** What the domain's rules need of a run, and what they say of its rows. */
public record InMemoryRules(InMemoryDatabase database, Run run) {

    /** All that is known now. */
    public NightState state() {
        NightState state = new NightState();
        database.batches.rows().forEach(batch -> state.know(batch(batch)));
        database.lines.rows().forEach(line -> know(state, line));
        database.fed.where(row -> isOfLaterDate(row.run())).forEach(row -> state.knowSuperseded(row.reference()));
        if (database.runs.has(other -> other.id() < run.id()
                && isOfLaterDate(other.id())
                && other.terms().purchasing().hasSnapshot())) {
            state.knowAllSuperseded();
        }
        return state;
    }

    private Batch batch(StoredBatch batch) {
        long dispatched = database.units(
                line -> line.dispatchedRun() != null && batch.reference().equals(line.batch()));
        return new Batch(batch.reference(), batch.sku(), batch.quantity(), batch.eta(), dispatched);
    }

    private void know(NightState state, Line line) {
        if (line.cancelledRun() != null) {
            state.knowClosed(line.line().line(), LineState.CANCELLED);
        } else if (line.hasLeftWithoutBatch()) {
            state.knowClosed(line.line().line(), LineState.LEFT);
        } else if (line.dispatchedRun() != null) {
            state.knowClosed(line.line().line(), LineState.DISPATCHED);
        } else {
            Run loaded = new InMemoryRuns(database).get(line.loadedRun());
            state.know(line.line(), loaded.date(), line.batch());
        }
    }

    public boolean isOfLaterDate(long other) {
        Run later = new InMemoryRuns(database).get(other);
        return later.state() == Run.State.FINISHED && later.date().isAfter(run.date());
    }

    List<Staged> staged(Feed feed) {
        return database.staged
                .where(row -> row.run() == run.id() && row.feed() == feed)
                .toList();
    }

    /** The highest turn given before the lines of a feed that brings some. */
    public long turnsBefore(Feed feed) {
        return run.turnsBefore()
                + Feed.WITH_NEW_LINES.stream()
                        .takeWhile(earlier -> earlier != feed)
                        .mapToLong(earlier -> staged(earlier).size())
                        .sum();
    }

    FeedRows rows(Feed feed) {
        return new FeedRows(
                feed,
                staged(feed).stream().map(staged -> new FeedRow(staged.row())).toList());
    }

    /** Keeps what the rules say about the rows that can be read. */
    void note(FeedRows rows) {
        List<Staged> staged = staged(rows.feed());
        for (FeedRow row : rows.rows()) {
            FeedRecord fed = staged.get(row.number() - 1).row();
            if (!(fed.row() instanceof RejectedRow) && !row.isApplied()) {
                note(rows.feed(), fed, row);
            }
        }
    }

    /** Keeps rows that are rejected for that reason and were not before. */
    void noteNew(FeedRows rows, RejectReason reason) {
        List<Staged> staged = staged(rows.feed());
        for (FeedRow row : rows.rows()) {
            FeedRecord fed = staged.get(row.number() - 1).row();
            boolean known = database.rejected.has(rejected -> rejected.run() == run.id()
                    && rejected.feed() == rows.feed()
                    && rejected.row().number() == row.number());
            if (row.outcome().reason() == reason && !known) {
                reject(rows.feed(), fed, reason, "by the rules");
            }
        }
    }

    private void note(Feed feed, FeedRecord fed, FeedRow row) {
        RejectReason reason = row.outcome().reason();
        if (reason == null) {
            database.passedOver.insert(
                    new PassedOver(run.id(), feed, row.outcome().kind()));
        } else {
            reject(feed, fed, reason, "by the rules");
        }
    }

    void reject(Feed feed, FeedRecord row, RejectReason reason, String detail) {
        database.rejected.insert(new Rejected(run.id(), feed, row, reason, detail));
    }
}
