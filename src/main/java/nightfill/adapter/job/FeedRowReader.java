package nightfill.adapter.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.feeds.FeedReader;
import nightfill.application.night.Progress;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Row;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a feed's rows in portions that are committed together, going on behind the last row that is staged; a feed that
 * was not sent has none.
 *
 * <p>A chunk of rows would have no limit but their number, and 5000 rows may have 5 GB.
 */
final class FeedRowReader implements ItemStreamReader<List<FeedRecord>> {

    /** Characters as received; a portion may exceed them by one row. */
    private static final int CHARACTERS = 1 << 20;

    private final LoadFeedStep.Sources sources;
    private final Run run;
    private final Feed feed;
    private final int most;
    private final Progress progress;
    private final String name;
    private FeedReader.@Nullable Rows rows;
    private Progress.@Nullable Step shown;
    private boolean atEnd;
    private long bytes;
    private long read;

    /** A reader of portions of at most that many rows. */
    FeedRowReader(LoadFeedStep.Sources sources, Run run, Feed feed, int most, Progress progress, String name) {
        this.sources = sources;
        this.run = run;
        this.feed = feed;
        this.most = most;
        this.progress = progress;
        this.name = name;
    }

    @Override
    public void open(ExecutionContext context) {
        if (sources.runs().get(run.id()).state() != Run.State.LOADING) {
            return;
        }
        for (AcceptedFeed accepted : sources.runs().accepted(run)) {
            if (accepted.feed() == feed) {
                openAt(sources.staging().resumeAt(run, feed), accepted);
            }
        }
    }

    private void openAt(Position position, AcceptedFeed accepted) {
        bytes = accepted.bytes();
        shown = progress.begin(name);
        try {
            rows = sources.reader().open(sources.files().kept(run, feed.fileName()), feed, position);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public @Nullable List<FeedRecord> read() {
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
            return shown(rows == null ? null : rows.next());
        } catch (Problem refusal) {
            throw keepRejects(refusal, portion);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private @Nullable FeedRecord shown(@Nullable FeedRecord row) {
        atEnd = row == null;
        if (row != null && shown != null) {
            shown.at(++read, (double) row.next().offset() / bytes);
        }
        return row;
    }

    /** Those of the portion being read are staged in its transaction, which ends with the refusal. */
    private Problem keepRejects(Problem refusal, List<FeedRecord> portion) {
        sources.staging()
                .stage(
                        run,
                        feed,
                        portion.stream()
                                .filter(row -> row.row() instanceof Row.RejectedRow)
                                .toList());
        return sources.refusedRows().keep(run, refusal);
    }

    @Override
    public void close() {
        if (shown != null && atEnd) {
            shown.end();
        } else if (shown != null) {
            shown.leave();
        }
        if (rows == null) {
            return;
        }
        try {
            rows.close();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Problem lost(IOException e) {
        return new Problem(
                Kind.FAILED,
                "%s cannot be read: %s; see to it and run again"
                        .formatted(sources.files().kept(run, feed.fileName()), FileTrouble.of(e)),
                e);
    }
}
