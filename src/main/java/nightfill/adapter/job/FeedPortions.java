package nightfill.adapter.job;

import java.io.IOException;
import java.util.List;
import nightfill.application.feeds.FeedReader;
import nightfill.application.night.Progress;
import nightfill.application.problem.Problem;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** The rows of an accepted feed that its run has not staged yet. */
final class FeedPortions {

    private final LoadFeedStep.Sources sources;
    private final Run run;
    private final AcceptedFeed accepted;
    private final RowsAhead rows;
    private final Progress.Step shown;
    private boolean atEnd;
    private long read;

    /** Goes on behind the last row that is staged, with at most that many rows at once. */
    FeedPortions(LoadFeedStep.Sources sources, Run run, AcceptedFeed accepted, int most, Progress.Step shown) {
        this.sources = sources;
        this.run = run;
        this.accepted = accepted;
        this.shown = shown;
        try {
            FeedRecord.Position position = sources.staging().resumeAt(run, accepted.feed());
            shown.at(0, share(position));
            this.rows = new RowsAhead(open(position), most);
        } catch (RuntimeException e) {
            shown.leave();
            throw e;
        }
    }

    private FeedReader.Rows open(FeedRecord.Position position) {
        try {
            return sources.reader()
                    .open(sources.files().kept(run, accepted.feed().fileName()), accepted, run.rules(), position);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** The next rows, or null behind the last. */
    @Nullable
    List<FeedRecord> next() {
        if (atEnd) {
            return null;
        }
        RowsAhead.Portion portion = rows.next();
        if (portion.refusal() != null) {
            throw keepRejects(portion.refusal(), portion.rows());
        }
        if (portion.loss() != null) {
            throw lost(portion.loss());
        }
        atEnd = portion.isLast();
        return shown(portion.rows());
    }

    private @Nullable List<FeedRecord> shown(List<FeedRecord> portion) {
        if (portion.isEmpty()) {
            return null;
        }
        read += portion.size();
        shown.at(read, share(portion.get(portion.size() - 1).next()));
        return portion;
    }

    private double share(FeedRecord.Position position) {
        return accepted.bytes() == 0 ? 1 : (double) position.offset() / accepted.bytes();
    }

    /** Those of the portion being read are staged in its transaction, which ends with the refusal. */
    private Problem keepRejects(Problem refusal, List<FeedRecord> portion) {
        sources.staging()
                .stage(
                        run,
                        accepted.feed(),
                        portion.stream()
                                .filter(row -> row.row() instanceof Row.RejectedRow)
                                .toList());
        return sources.refusedRows().keep(run, refusal);
    }

    void close() {
        if (atEnd) {
            shown.end();
        } else {
            shown.leave();
        }
        sources.staging().leave();
        try {
            rows.close();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Problem lost(IOException e) {
        return Problem.failed(
                "%s cannot be read"
                        .formatted(sources.files().kept(run, accepted.feed().fileName())),
                e);
    }
}
