package nightfill.adapter.job;

import java.io.IOException;
import java.util.ArrayList;
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

    /** Characters as received; a portion may exceed them by one row. */
    private static final int CHARACTERS = 1 << 20;

    private final LoadFeedStep.Sources sources;
    private final Run run;
    private final AcceptedFeed accepted;
    private final FeedReader.Rows rows;
    private final Progress.Step shown;
    private boolean atEnd;
    private long read;

    /** Goes on behind the last row that is staged. */
    FeedPortions(LoadFeedStep.Sources sources, Run run, AcceptedFeed accepted, Progress.Step shown) {
        this.sources = sources;
        this.run = run;
        this.accepted = accepted;
        this.shown = shown;
        FeedRecord.Position position = sources.staging().resumeAt(run, accepted.feed());
        shown.at(0, share(position));
        try {
            this.rows = sources.reader()
                    .open(sources.files().kept(run, accepted.feed().fileName()), accepted, run.rules(), position);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** The next rows, or null behind the last. */
    @Nullable
    List<FeedRecord> next(int most) {
        List<FeedRecord> portion = new ArrayList<>();
        int characters = 0;
        while (!atEnd && portion.size() < most && characters < CHARACTERS) {
            FeedRecord row = next(portion);
            if (row != null) {
                portion.add(row);
                characters += row.raw().length();
            }
        }
        return portion.isEmpty() ? null : portion;
    }

    private @Nullable FeedRecord next(List<FeedRecord> portion) {
        try {
            return shown(rows.next());
        } catch (Problem refusal) {
            throw keepRejects(refusal, portion);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private @Nullable FeedRecord shown(@Nullable FeedRecord row) {
        atEnd = row == null;
        if (row != null) {
            shown.at(++read, share(row.next()));
        }
        return row;
    }

    private double share(FeedRecord.Position position) {
        return (double) position.offset() / accepted.bytes();
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
