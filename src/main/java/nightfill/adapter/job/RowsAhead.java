package nightfill.adapter.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.FeedRecord;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Reads the next portion of a feed while the one before is being staged. */
final class RowsAhead implements AutoCloseable {

    /** Characters as received; a portion may exceed them by one row. */
    private static final int CHARACTERS = 1 << 20;

    private final FeedReader.Rows rows;
    private final int most;
    private CompletableFuture<Portion> next;

    /** Portions of at most that many rows. */
    RowsAhead(FeedReader.Rows rows, int most) {
        this.rows = rows;
        this.most = most;
        this.next = CompletableFuture.supplyAsync(this::read);
    }

    /**
     * Rows that follow one another.
     *
     * @param isLast whether nothing follows them
     * @param refusal why reading ended behind them, if it was for what the feed says there
     * @param loss why reading ended behind them, if it was for the file
     */
    record Portion(
            List<FeedRecord> rows,
            boolean isLast,
            @Nullable Problem refusal,
            @Nullable IOException loss) {}

    /** The next portion; behind the last, that one again. */
    Portion next() {
        Portion portion = taken();
        if (!portion.isLast()) {
            next = CompletableFuture.supplyAsync(this::read);
        }
        return portion;
    }

    private Portion taken() {
        try {
            return next.join();
        } catch (CompletionException e) {
            return ExceptionUtils.rethrow(e.getCause());
        }
    }

    private Portion read() {
        List<FeedRecord> portion = new ArrayList<>();
        try {
            return new Portion(portion, !fill(portion), null, null);
        } catch (Problem refusal) {
            return new Portion(portion, true, refusal, null);
        } catch (IOException loss) {
            return new Portion(portion, true, null, loss);
        }
    }

    /** Whether more may follow. */
    private boolean fill(List<FeedRecord> portion) throws IOException {
        int characters = 0;
        while (portion.size() < most && characters < CHARACTERS) {
            FeedRecord row = rows.next();
            if (row == null) {
                return false;
            }
            portion.add(row);
            characters += row.raw().length();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        next.handle((portion, failure) -> 0).join();
        rows.close();
    }
}
