package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feeds that runs have accepted, and what became of their rows. */
record AcceptedFeeds(JdbcClient jdbc) {

    void accept(Run run, AcceptedFeed feed) {
        jdbc.sql("""
                insert into accepted_feed (run_id, feed, bytes, sha256, vouched_rows)
                values (:run, :feed::feed, :bytes, :sha256, :rows)
                on conflict (run_id, feed) do update
                set bytes = excluded.bytes, sha256 = excluded.sha256, vouched_rows = excluded.vouched_rows
                """)
                .param("run", run.id())
                .param("feed", feed.feed().label())
                .param("bytes", feed.bytes())
                .param("sha256", feed.sha256())
                .param("rows", feed.vouchedRows(), Types.BIGINT)
                .update();
    }

    List<AcceptedFeed> accepted(Run run) {
        return jdbc.sql("select feed, bytes, sha256, vouched_rows from accepted_feed where run_id = ? order by feed")
                .param(run.id())
                .query(AcceptedFeeds::feed)
                .list();
    }

    Map<Feed, FeedCounts> counts(Run run) {
        Map<Feed, FeedCounts> counts = new EnumMap<>(Feed.class);
        jdbc.sql("""
                select feed, sha256, rows, applied, duplicate, superseded, rejected
                from accepted_feed where run_id = ?
                """).param(run.id()).query(row -> {
            counts.put(
                    Feed.of(row.getString(1)),
                    new FeedCounts(
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
        });
        return counts;
    }

    private static AcceptedFeed feed(ResultSet row, int index) throws SQLException {
        return new AcceptedFeed(
                Feed.of(row.getString("feed")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getObject("vouched_rows", Long.class));
    }
}
