package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import nightfill.application.watch.Rejects;
import nightfill.domain.feed.Feed;
import org.jspecify.annotations.Nullable;

/** Rejected rows in PostgreSQL: of a run that loads they are still staged. */
public record PostgresRejects(Reading reading) implements Rejects {

    private static final String PAGE = """
            select feed, row_number, line, reason, detail, raw from (
                (select feed, row_number, line, reason, detail, raw from reject where run_id = :run and %1$s
                order by feed, row_number limit :most)
                union
                (select feed, row_number, line, reason, detail, raw from staged_line
                where run_id = :run and reason is not null and %1$s
                order by feed, row_number limit :most)
                union
                (select * from (
                    select 'batches'::feed as feed, row_number, line, reason, detail, raw from staged_batch
                    where run_id = :run and reason is not null) batch
                where %1$s
                order by feed, row_number limit :most)) rejected
            order by feed, row_number limit :most
            """.formatted("""
            (feed, row_number) > (coalesce(:feed::feed, 'batches'), :row)
            and feed = coalesce(:only::feed, feed) and (:reason = '' or reason = :reason)""");

    @Override
    public List<Reject> page(long run, Which which, @Nullable Key after, int most) {
        Feed only = which.feed();
        return reading.read(jdbc -> jdbc.sql(PAGE)
                .param("run", run)
                .param("feed", after == null ? null : after.feed().label(), Types.VARCHAR)
                .param("row", after == null ? 0 : after.row())
                .param("only", only == null ? null : only.label(), Types.VARCHAR)
                .param("reason", which.reason())
                .param("most", most)
                .query(PostgresRejects::reject)
                .list());
    }

    private static Reject reject(ResultSet row, int index) throws SQLException {
        return new Reject(
                new Key(Feed.of(row.getString("feed")), row.getInt("row_number")),
                row.getLong("line"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("raw"));
    }
}
