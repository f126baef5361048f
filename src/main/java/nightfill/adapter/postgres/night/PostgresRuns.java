package nightfill.adapter.postgres.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightfill.adapter.postgres.lock.RunFence;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/** The runs in PostgreSQL. */
public record PostgresRuns(JdbcClient jdbc) implements Runs {

    @Override
    public Run get(long id) {
        return where("id = ?", id).single();
    }

    @Override
    public Optional<Run> unfinished() {
        return where("state = 'ALLOCATING'").optional();
    }

    @Override
    public Optional<Run> loading() {
        return where("state = 'LOADING'").optional();
    }

    @Override
    public Optional<Run> finished(LocalDate date) {
        return where("state = 'FINISHED' and business_date = ?", date).optional();
    }

    @Override
    public Optional<Run> lastFinished() {
        return where("state = 'FINISHED' order by id desc limit 1").optional();
    }

    @Override
    public List<Run> everFinished() {
        return where("state in ('FINISHED', 'REPLACED') order by id").list();
    }

    @Override
    public Run open(LocalDate date, Terms terms, @Nullable Run replaces) {
        return get(new LoadingRuns(jdbc).open(date, terms, replaces));
    }

    @Override
    public void discard(Run run) {
        new LoadingRuns(jdbc).discard(run);
    }

    @Override
    public Run begin(Run run) {
        RunFence.requireOne(run, jdbc.sql("""
                update run
                set state = 'ALLOCATING', previous_id = (select max(id) from run where state = 'FINISHED')
                where id = ? and state = 'LOADING'
                """).param(run.id()).update());
        return get(run.id());
    }

    @Override
    public void finish(Run run, String manifestSha256, Map<String, Summary.File> reports, RunFigures figures) {
        new FinishedRuns(jdbc).finish(run, manifestSha256, reports, figures);
    }

    @Override
    public void accept(Run run, AcceptedFeed feed) {
        new AcceptedFeeds(jdbc).accept(run, feed);
    }

    @Override
    public List<AcceptedFeed> accepted(Run run) {
        return new AcceptedFeeds(jdbc).accepted(run);
    }

    @Override
    public Map<Feed, FeedCounts> feedCounts(Run run) {
        return new AcceptedFeeds(jdbc).counts(run);
    }

    @Override
    public Optional<Run> otherWith(Run run, Feed feed, String sha256) {
        return where("""
                state in ('FINISHED', 'ALLOCATING') and business_date <> ? and exists (
                    select from accepted_feed
                    where run_id = run.id and feed = ?::feed and sha256 = ? and rows > 0)
                order by id desc limit 1
                """, run.date(), feed.label(), sha256).optional();
    }

    @Override
    public void warn(Run run, String text) {
        new RunNotes(jdbc).warn(run, text);
    }

    @Override
    public void override(Run run, Acceptance guard, String warning) {
        new RunNotes(jdbc).override(run, guard, warning);
    }

    @Override
    public Set<Acceptance> overridden(Run run) {
        return new RunNotes(jdbc).overridden(run);
    }

    @Override
    public void adopt(Run run, Set<Acceptance> overridden, List<String> warnings) {
        new RunNotes(jdbc).adopt(run, overridden, warnings);
    }

    @Override
    public boolean knowsLinesBeside(@Nullable Run replaced) {
        return jdbc.sql("select exists (select from line where loaded_run <> ?)")
                .param(replaced == null ? 0 : replaced.id())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Summary.File> report(Run run, String name) {
        return jdbc.sql("select rows, sha256 from report where run_id = ? and name = ?")
                .params(run.id(), name)
                .query((row, index) -> new Summary.File(row.getLong(1), row.getString(2)))
                .optional();
    }

    @Override
    public String databaseId() {
        return jdbc.sql("select database_id::text from identity")
                .query(String.class)
                .single();
    }

    private MappedQuerySpec<Run> where(String condition, Object... values) {
        return jdbc.sql(RunRow.SELECT + "where " + condition).params(values).query(RunRow::run);
    }
}
