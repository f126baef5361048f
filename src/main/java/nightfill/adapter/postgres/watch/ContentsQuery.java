package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunRecord.Rows;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads, in one go, the short lists of what came to a run and went out of it. */
record ContentsQuery(JdbcClient jdbc, RunFacts own) {

    /** A warning for each line of a feed would be as long as the feed. */
    private static final int WARNINGS = 1000;

    private static final String CONTENTS = """
            select * from (select 'FEED' as kind, run_id, feed::text as name, sha256::text as text, bytes, rows, applied, duplicate,
                superseded, rejected,
                case when run_id = :own and :loading then case feed
                    when 'batches' then (
                        select next_offset from staged_batch where staged_batch.run_id = :own
                        order by row_number desc limit 1)
                    when 'order_lines' then (
                        select next_offset from read_lines where read_lines.run_id = :own order by last_row desc limit 1)
                    else (
                        select next_offset from staged_line
                        where staged_line.run_id = :own and staged_line.feed = accepted_feed.feed
                        order by row_number desc limit 1) end end as place
            from accepted_feed where run_id in (:own, :weekday)
            union all
            select 'REJECTS', run_id, feed::text, reason, 0, count(*), 0, 0, 0, 0, 0
            from reject where run_id = :own group by run_id, feed, reason
            union all
            (select 'WARNING', run_id, '', text, 0, 0, 0, 0, 0, 0, number
            from warning where run_id = :own order by accepted is null, number limit :warnings)
            union all
            (select 'INPUT', :own, '', input.parameter_value, 0, 0, 0, 0, 0, 0, 0
            from batch_job_execution_params named join batch_job_execution_params input using (job_execution_id)
            where named.parameter_name = 'run' and named.parameter_value::bigint = :own
                and input.parameter_name = 'input'
            order by job_execution_id desc limit 1)
            union all
            select 'REPORT', run_id, name, sha256, 0, rows, 0, 0, 0, 0, 0 from report where run_id = :own
            union all
            select 'PUBLICATION', run_id, directory, '', 0, stands::int, 0, 0, 0, 0, 0
            from publication where run_id = :own) entry
            order by kind, name collate "C", place, rows desc
            """;

    Contents contents(Optional<RunFacts> weekday) {
        Sorted sorted = new Sorted(own.id());
        jdbc.sql(CONTENTS)
                .param("own", own.id())
                .param("weekday", weekday.map(RunFacts::id).orElse(own.id()))
                .param("loading", own.state() == Run.State.LOADING)
                .param("warnings", WARNINGS)
                .query(row -> {
                    sorted.add(row);
                });
        return new Contents(
                List.copyOf(sorted.feeds.values()),
                weekday.isPresent() ? sorted.before : Map.of(),
                sorted.warnings,
                sorted.reports,
                sorted.publications,
                sorted.input);
    }

    private static final class Sorted {

        private final long own;
        private final Map<Feed, FeedRecord> feeds = new EnumMap<>(Feed.class);
        private final Map<Feed, FeedRecord> before = new EnumMap<>(Feed.class);
        private final List<String> warnings = new ArrayList<>();
        private final List<ReportRecord> reports = new ArrayList<>();
        private final List<Publication> publications = new ArrayList<>();
        private @Nullable String input;

        private Sorted(long own) {
            this.own = own;
        }

        /** The kinds come in the order of their names, so that a feed is there before its rejects. */
        private void add(ResultSet row) throws SQLException {
            String name = row.getString("name");
            String text = row.getString("text");
            switch (row.getString("kind")) {
                case "FEED" -> (row.getLong("run_id") == own ? feeds : before).put(Feed.of(name), feed(row));
                case "REJECTS" -> {
                    FeedRecord feed = feeds.get(Feed.of(name));
                    if (feed != null) {
                        feed.rejected().put(text, row.getLong("rows"));
                    }
                }
                case "INPUT" -> input = text;
                case "WARNING" -> warnings.add(text);
                case "REPORT" -> reports.add(new ReportRecord(name, row.getLong("rows"), text));
                default -> publications.add(new Publication(name, row.getLong("rows") == 1));
            }
        }

        private static FeedRecord feed(ResultSet row) throws SQLException {
            return new FeedRecord(
                    Feed.of(row.getString("name")),
                    row.getString("text"),
                    row.getLong("bytes"),
                    rows(row),
                    new LinkedHashMap<>(),
                    row.getLong("place"));
        }

        private static @Nullable Rows rows(ResultSet row) throws SQLException {
            return row.getObject("rows") == null
                    ? null
                    : new Rows(
                            row.getLong("rows"),
                            row.getLong("applied"),
                            row.getLong("duplicate"),
                            row.getLong("superseded"),
                            row.getLong("rejected"));
        }
    }
}
