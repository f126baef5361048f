package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs in PostgreSQL. */
public final class PostgresRuns implements Runs {

    private static final String COLUMNS = "id, business_date, number, state, previous_id, replaces_id, max_rejects,"
            + " accept_same_feed, accept_shrunk_feeds, after_restore, turns_before, manifest_sha256";

    private final JdbcClient jdbc;

    public PostgresRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Run get(long id) {
        return jdbc.sql("select " + COLUMNS + " from run where id = ?")
                .param(id)
                .query(PostgresRuns::run)
                .single();
    }

    @Override
    public Optional<Run> unfinished() {
        return one("where state = 'ALLOCATING'");
    }

    @Override
    public Optional<Run> loading() {
        return one("where state = 'LOADING'");
    }

    @Override
    public Optional<Run> finished(LocalDate date) {
        return jdbc.sql("select " + COLUMNS + " from run where state = 'FINISHED' and business_date = ?")
                .param(date)
                .query(PostgresRuns::run)
                .optional();
    }

    @Override
    public Optional<Run> lastFinished() {
        return one("where state = 'FINISHED' order by id desc limit 1");
    }

    @Override
    public List<Run> everFinished() {
        return jdbc.sql("select " + COLUMNS + " from run where state in ('FINISHED', 'REPLACED') order by id")
                .query(PostgresRuns::run)
                .list();
    }

    @Override
    public Set<LocalDate> finishedDates() {
        return everFinished().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::date)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Run open(LocalDate date, Terms terms, @Nullable Run replaces) {
        emptyStaging();
        long id = jdbc.sql("""
                insert into run
                    (business_date, number, state, replaces_id, max_rejects, accept_same_feed, accept_shrunk_feeds,
                        after_restore)
                select :date, 1 + coalesce(max(number), 0), 'LOADING', :replaces, :maxRejects, :acceptSameFeed,
                    :acceptShrunkFeeds, :afterRestore
                from run
                where business_date = :date and state in ('FINISHED', 'REPLACED')
                returning id
                """)
                .param("date", date)
                .param("replaces", replaces == null ? null : replaces.id(), Types.BIGINT)
                .param("maxRejects", terms.maxRejects())
                .param("acceptSameFeed", terms.accept(Acceptance.SAME_FEED))
                .param("acceptShrunkFeeds", terms.accept(Acceptance.SHRUNK_FEEDS))
                .param("afterRestore", terms.afterRestore())
                .query(Long.class)
                .single();
        return get(id);
    }

    @Override
    public void discard(Run run) {
        jdbc.sql("""
                with discarded as (
                        update run set state = 'DISCARDED', accepted = '{}' where id = ? and state = 'LOADING' returning id),
                    publications as (delete from publication where run_id in (select id from discarded)),
                    rejects as (delete from reject where run_id in (select id from discarded)),
                    warnings as (delete from warning where run_id in (select id from discarded))
                delete from accepted_feed where run_id in (select id from discarded)
                """).param(run.id()).update();
        emptyStaging();
    }

    @Override
    public Run begin(Run run) {
        RunFence.requireOne(run, jdbc.sql("""
                update run
                set state = 'ALLOCATING',
                    previous_id = (select max(id) from run where state = 'FINISHED'),
                    turns_before = greatest(
                        (select coalesce(max(id), 0) from line), (select coalesce(max(id), 0) from undone.line))
                where id = ? and state = 'LOADING'
                """).param(run.id()).update());
        return get(run.id());
    }

    @Override
    public void finish(Run run, String manifestSha256, List<ReportFile> reports) {
        for (ReportFile report : reports) {
            jdbc.sql("""
                    insert into report (run_id, name, rows, sha256) values (?, ?, ?, ?)
                    on conflict (run_id, name) do update set rows = excluded.rows, sha256 = excluded.sha256
                    """)
                    .params(run.id(), report.name(), report.rows(), report.sha256())
                    .update();
        }
        RunFence.requireOne(
                run,
                jdbc.sql("update run set state = 'FINISHED', manifest_sha256 = ? where id = ? and state = 'ALLOCATING'")
                        .params(manifestSha256, run.id())
                        .update());
    }

    @Override
    public void accept(Run run, AcceptedFeed feed) {
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

    @Override
    public List<AcceptedFeed> accepted(Run run) {
        return jdbc.sql("select feed, bytes, sha256, vouched_rows from accepted_feed where run_id = ? order by feed")
                .param(run.id())
                .query(PostgresRuns::acceptedFeed)
                .list();
    }

    @Override
    public List<FeedCounts> feedCounts(Run run) {
        return jdbc.sql("""
                        select feed, sha256, rows, applied, duplicate, superseded, rejected
                        from accepted_feed where run_id = ? order by feed
                        """)
                .param(run.id())
                .query((row, index) -> new FeedCounts(
                        Feed.of(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    @Override
    public Optional<Run> otherWithOrderLines(Run run, String sha256) {
        return jdbc.sql("select " + COLUMNS + """
                 from run
                where state in ('FINISHED', 'ALLOCATING') and business_date <> :date and exists (
                    select from accepted_feed
                    where run_id = run.id and feed = 'order_lines' and sha256 = :sha256 and rows > 0)
                order by id desc limit 1
                """)
                .param("date", run.date())
                .param("sha256", sha256)
                .query(PostgresRuns::run)
                .optional();
    }

    @Override
    public void warn(Run run, String text) {
        jdbc.sql("""
                insert into warning (run_id, text)
                select :run, :text where not exists (select from warning where run_id = :run and text = :text)
                """).param("run", run.id()).param("text", text).update();
    }

    @Override
    public void override(Run run, Acceptance guard, String warning) {
        jdbc.sql("update run set accepted = accepted || :guard where id = :run and not :guard = any (accepted)")
                .param("run", run.id())
                .param("guard", guard.name())
                .update();
        jdbc.sql("""
                insert into warning (run_id, text, accepted)
                select :run, :text, :guard
                where not exists (select from warning where run_id = :run and text = :text)
                """)
                .param("run", run.id())
                .param("text", warning)
                .param("guard", guard.name())
                .update();
    }

    @Override
    public Set<Acceptance> overridden(Run run) {
        Set<Acceptance> overridden = EnumSet.noneOf(Acceptance.class);
        overridden.addAll(jdbc.sql("select unnest(accepted) from run where id = ?")
                .param(run.id())
                .query((row, index) -> Acceptance.valueOf(row.getString(1)))
                .list());
        return overridden;
    }

    @Override
    public void adopt(Run run, Set<Acceptance> overridden, List<String> warnings) {
        jdbc.sql("update run set accepted = :accepted where id = :run")
                .param("run", run.id())
                .param("accepted", overridden.stream().map(Acceptance::name).toArray(String[]::new))
                .update();
        jdbc.sql("delete from warning where run_id = ?").param(run.id()).update();
        warnings.forEach(text -> warn(run, text));
    }

    @Override
    public boolean knowsLinesBeside(@Nullable Run replaced) {
        return jdbc.sql("select exists (select from line where loaded_run <> ?)")
                .param(replaced == null ? 0 : replaced.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<ReportFile> report(Run run, String name) {
        return jdbc.sql("select name, rows, sha256 from report where run_id = ? and name = ?")
                .params(run.id(), name)
                .query((row, index) -> new ReportFile(row.getString(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    @Override
    public String databaseId() {
        return jdbc.sql("select database_id::text from identity")
                .query(String.class)
                .single();
    }

    private Optional<Run> one(String condition) {
        return jdbc.sql("select " + COLUMNS + " from run " + condition)
                .query(PostgresRuns::run)
                .optional();
    }

    private void emptyStaging() {
        jdbc.sql("truncate staged_line, staged_batch, without_effect").update();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getObject("business_date", LocalDate.class),
                row.getInt("number"),
                Run.State.valueOf(row.getString("state")),
                row.getObject("previous_id", Long.class),
                row.getObject("replaces_id", Long.class),
                terms(row),
                row.getObject("turns_before", Long.class),
                row.getString("manifest_sha256"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        if (row.getBoolean("accept_same_feed")) {
            accepted.add(Acceptance.SAME_FEED);
        }
        if (row.getBoolean("accept_shrunk_feeds")) {
            accepted.add(Acceptance.SHRUNK_FEEDS);
        }
        return new Terms(row.getString("max_rejects"), accepted, row.getBoolean("after_restore"));
    }

    private static AcceptedFeed acceptedFeed(ResultSet row, int index) throws SQLException {
        return new AcceptedFeed(
                Feed.of(row.getString("feed")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getObject("vouched_rows", Long.class));
    }
}
