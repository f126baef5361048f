package nightfill.adapter.postgres.load;

import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.feeds.Staging;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of feeds in PostgreSQL, copied in bulk within the chunk's transaction: order lines straight to where they stay, all
 * else to where it waits.
 */
public final class PostgresStaging implements Staging {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private @Nullable LineLoader lines;

    public PostgresStaging(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    @Override
    public void stage(Run run, Feed feed, List<? extends FeedRecord> rows) {
        RunFence.hold(jdbc, run, Run.State.LOADING);
        // lost only with all that came after it, and what is lost is read again
        jdbc.sql("set local synchronous_commit = off").update();
        int staged = position(run, feed).rows();
        List<? extends FeedRecord> missing = behind(staged, rows);
        if (feed == Feed.ORDER_LINES && !missing.isEmpty()) {
            load(run, staged, missing);
        } else {
            StagedCopy.send(dataSource, run, feed, missing);
        }
    }

    private static List<? extends FeedRecord> behind(int staged, List<? extends FeedRecord> rows) {
        int first = 0;
        while (first < rows.size() && rows.get(first).number() <= staged) {
            first++;
        }
        return rows.subList(first, rows.size());
    }

    private void load(Run run, int staged, List<? extends FeedRecord> rows) {
        LineLoader loader = lines;
        lines = null;
        // what was loaded before may have been taken back since; then nothing of it is remembered
        if (loader == null || !loader.isBehind(run, staged)) {
            loader = LineLoader.of(run, staged, dataSource, jdbc);
        }
        loader.load(rows);
        lines = loader;
    }

    @Override
    public FeedRecord.Position resumeAt(Run run, Feed feed) {
        return position(run, feed);
    }

    @Override
    public void leave() {
        lines = null;
    }

    private FeedRecord.Position position(Run run, Feed feed) {
        String rows = switch (feed) {
            case BATCHES -> "select row_number, next_offset, next_line from staged_batch where run_id = :run";
            case ORDER_LINES ->
                "select last_row as row_number, next_offset, next_line from read_lines where run_id = :run";
            default ->
                "select row_number, next_offset, next_line from staged_line where run_id = :run and feed = :feed::feed";
        };
        return jdbc.sql(rows + " order by row_number desc limit 1")
                .param("run", run.id())
                .param("feed", feed.label())
                .query((row, index) -> new FeedRecord.Position(row.getInt(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(FeedRecord.Position.START);
    }
}
