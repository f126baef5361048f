package nightfill.application.run;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.InMemoryDatabase.Accepted;
import nightfill.application.run.InMemoryDatabase.Before;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.application.run.InMemoryDatabase.Counted;
import nightfill.application.run.InMemoryDatabase.Overridden;
import nightfill.application.run.InMemoryDatabase.Reported;
import nightfill.application.run.InMemoryDatabase.Undone;
import nightfill.application.run.InMemoryDatabase.Warning;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/** Runs in a database in memory. */
public final class InMemoryRuns implements Runs {

    private final InMemoryDatabase database;

    public InMemoryRuns(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Run get(long id) {
        return database.runs.where(run -> run.id() == id).findFirst().orElseThrow();
    }

    @Override
    public Optional<Run> unfinished() {
        return first(is(State.ALLOCATING));
    }

    @Override
    public Optional<Run> loading() {
        return first(is(State.LOADING));
    }

    @Override
    public Optional<Run> finished(LocalDate date) {
        return first(is(State.FINISHED).and(run -> run.date().equals(date)));
    }

    @Override
    public Optional<Run> lastFinished() {
        return database.runs.where(is(State.FINISHED)).max(Comparator.comparing(Run::id));
    }

    @Override
    public List<Run> everFinished() {
        return database.runs
                .where(is(State.FINISHED).or(is(State.REPLACED)))
                .sorted(Comparator.comparing(Run::id))
                .toList();
    }

    @Override
    public Run open(LocalDate date, Terms terms, @Nullable Run replaces) {
        requireNone(State.LOADING);
        emptyStaging();
        Run run = new Run(
                database.nextNumber(),
                new RunName(date, nextNumber(date)),
                null,
                replaces == null ? null : replaces.id(),
                terms,
                new Run.Progress(State.LOADING, database.highestTurn(), null));
        database.runs.insert(run);
        return run;
    }

    private int nextNumber(LocalDate date) {
        return 1
                + everFinished().stream()
                        .filter(run -> run.date().equals(date))
                        .mapToInt(Run::number)
                        .max()
                        .orElse(0);
    }

    @Override
    public void discard(Run run) {
        if (change(run, State.LOADING, loading -> in(State.DISCARDED, loading)) == 1) {
            database.accepted.delete(row -> row.run() == run.id());
            database.counted.delete(row -> row.run() == run.id());
            database.warnings.delete(row -> row.run() == run.id());
            database.overridden.delete(row -> row.run() == run.id());
            database.publications.delete(row -> row.run() == run.id());
            database.rejected.delete(row -> row.run() == run.id());
        }
        emptyStaging();
    }

    @Override
    public Run begin(Run run) {
        requireOne(
                run,
                database.runs
                        .where(is(State.LOADING))
                        .filter(row -> row.id() == run.id())
                        .count());
        requireNone(State.ALLOCATING);
        Long previous = lastFinished().map(Run::id).orElse(null);
        change(run, State.LOADING, loading -> begun(loading, previous));
        database.before.put(row -> row.run() == run.id(), new Before(run.id(), database.books()));
        return get(run.id());
    }

    @Override
    public void finish(Run run, String manifestSha256, Map<String, Summary.File> reports, RunFigures figures) {
        reports.forEach((name, file) -> database.reports.insert(new Reported(run.id(), name, file)));
        requireOne(
                run,
                change(
                        run,
                        State.ALLOCATING,
                        allocating -> in(State.FINISHED, withManifest(allocating, manifestSha256))));
    }

    @Override
    public void accept(Run run, AcceptedFeed feed) {
        database.accepted.put(isOf(run, feed.feed()), new Accepted(run.id(), feed));
    }

    private static Predicate<Accepted> isOf(Run run, Feed feed) {
        return row -> row.run() == run.id() && row.feed().feed() == feed;
    }

    @Override
    public List<AcceptedFeed> accepted(Run run) {
        return database.accepted
                .where(row -> row.run() == run.id())
                .map(Accepted::feed)
                .sorted(Comparator.comparing(AcceptedFeed::feed))
                .toList();
    }

    @Override
    public Map<Feed, FeedCounts> feedCounts(Run run) {
        Map<Feed, FeedCounts> counts = new EnumMap<>(Feed.class);
        accepted(run)
                .forEach(feed -> counts.put(
                        feed.feed(), counts(run, feed.feed()).orElse(new FeedCounts(feed.sha256(), 0, 0, 0, 0, 0))));
        return counts;
    }

    private Optional<FeedCounts> counts(Run run, Feed feed) {
        return database.counted
                .where(row -> row.run() == run.id() && row.feed() == feed)
                .map(Counted::counts)
                .findFirst();
    }

    @Override
    public Optional<Run> otherWith(Run run, Feed feed, String sha256) {
        return database.runs
                .where(is(State.FINISHED).or(is(State.ALLOCATING)))
                .filter(other -> !other.date().equals(run.date()))
                .filter(other -> counts(other, feed)
                        .filter(counts -> counts.sha256().equals(sha256) && counts.rows() > 0)
                        .isPresent())
                .max(Comparator.comparing(Run::id));
    }

    @Override
    public void warn(Run run, String text) {
        Warning warning = new Warning(run.id(), text);
        if (!database.warnings.has(warning::equals)) {
            database.warnings.insert(warning);
        }
    }

    @Override
    public void override(Run run, Acceptance guard, String warning) {
        Overridden overridden = new Overridden(run.id(), guard);
        database.overridden.put(overridden::equals, overridden);
        warn(run, warning);
    }

    @Override
    public Set<Acceptance> overridden(Run run) {
        return database.overridden
                .where(row -> row.run() == run.id())
                .map(Overridden::guard)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Acceptance.class)));
    }

    @Override
    public void adopt(Run run, Set<Acceptance> overridden, List<String> warnings) {
        database.overridden.delete(row -> row.run() == run.id());
        overridden.forEach(guard -> database.overridden.insert(new Overridden(run.id(), guard)));
        database.warnings.delete(row -> row.run() == run.id());
        warnings.forEach(text -> warn(run, text));
    }

    /** What people should know about a run, in the order in which it was noted. */
    public List<String> warnings(Run run) {
        return database.warnings
                .where(row -> row.run() == run.id())
                .map(Warning::text)
                .toList();
    }

    @Override
    public boolean knowsLinesBeside(@Nullable Run replaced) {
        return database.lines.has(line -> replaced == null || line.loadedRun() != replaced.id());
    }

    @Override
    public Optional<Summary.File> report(Run run, String name) {
        return database.reports
                .where(row -> row.run() == run.id() && row.name().equals(name))
                .map(Reported::file)
                .findFirst();
    }

    @Override
    public String databaseId() {
        return database.id;
    }

    /** Takes back what a run did, which was the last to do anything. */
    public void undo(Run run) {
        Books now = database.books();
        change(run, State.FINISHED, finished -> in(State.REPLACED, finished));
        change(run, State.ALLOCATING, allocating -> in(State.ABANDONED, allocating));
        database.undone.put(row -> row.run() == run.id(), new Undone(run.id(), now));
        database.become(database.before(run.id()));
    }

    /** Puts back what an undone run did. */
    public void redo(Run run) {
        change(run, State.REPLACED, replaced -> in(State.FINISHED, replaced));
        database.become(database.undone
                .where(row -> row.run() == run.id())
                .findFirst()
                .orElseThrow()
                .books());
    }

    private void emptyStaging() {
        database.staged.delete(row -> true);
        database.passedOver.delete(row -> true);
    }

    private Optional<Run> first(Predicate<Run> which) {
        return database.runs.where(which).findFirst();
    }

    private static Predicate<Run> is(State state) {
        return run -> run.state() == state;
    }

    private void requireNone(State state) {
        first(is(state)).ifPresent(other -> {
            throw new IllegalStateException("another run is " + other);
        });
    }

    private long change(Run run, State from, UnaryOperator<Run> change) {
        return database.runs.update(row -> row.id() == run.id() && row.state() == from, change);
    }

    private static void requireOne(Run run, long changed) {
        if (changed != 1) {
            throw new Problem(Kind.FAILED, run.title() + " was taken over");
        }
    }

    private static Run begun(Run run, @Nullable Long previous) {
        return new Run(
                run.id(),
                run.name(),
                previous,
                run.replacesId(),
                run.terms(),
                new Run.Progress(State.ALLOCATING, run.turnsBefore(), null));
    }

    private static Run in(State state, Run run) {
        return new Run(
                run.id(),
                run.name(),
                run.previousId(),
                run.replacesId(),
                run.terms(),
                new Run.Progress(state, run.turnsBefore(), run.manifestSha256()));
    }

    private static Run withManifest(Run run, String manifestSha256) {
        return new Run(
                run.id(),
                run.name(),
                run.previousId(),
                run.replacesId(),
                run.terms(),
                new Run.Progress(run.state(), run.turnsBefore(), manifestSha256));
    }
}
