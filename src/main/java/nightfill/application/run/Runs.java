package nightfill.application.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;

/** The runs of this database, in the order in which they were run. */
public interface Runs {

    Run get(long id);

    /** The run that another one names, if it names any. */
    default @Nullable Run find(@Nullable Long id) {
        return id == null ? null : get(id);
    }

    /** The run whose allocation has begun and is not finished; it blocks other dates. */
    Optional<Run> unfinished();

    /** The run that still loads; nothing of it counts. */
    Optional<Run> loading();

    /** The current finished run of a date. */
    Optional<Run> finished(LocalDate date);

    /** The last of the current finished runs. */
    Optional<Run> lastFinished();

    /** Every finished run, also those replaced since, oldest first. */
    List<Run> everFinished();

    /** Dates that have a finished run. */
    default Set<LocalDate> finishedDates() {
        return everFinished().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::date)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Opens a run that loads. */
    Run open(LocalDate date, Terms terms, @Nullable Run replaces);

    /** Forgets a run that loads, and all that it has read. */
    void discard(Run run);

    /** Marks the moment in which a run's feeds take effect. */
    Run begin(Run run);

    /** Marks an allocating run as finished, with the hash of its manifest, its reports by name, and its figures. */
    void finish(Run run, String manifestSha256, Map<String, Summary.File> reports, RunFigures figures);

    /** Notes an accepted feed; doing so again replaces it. */
    void accept(Run run, AcceptedFeed feed);

    List<AcceptedFeed> accepted(Run run);

    /** The counts of each accepted feed, in their order, as they were kept when the feeds took effect. */
    Map<Feed, FeedCounts> feedCounts(Run run);

    /** The last of the current runs of other dates that took these very bytes, in which there is at least one row. */
    Optional<Run> otherWith(Run run, Feed feed, String sha256);

    /** Notes something that people should know about a run; doing so again changes nothing. */
    void warn(Run run, String text);

    /** Notes that a guard would have refused a run and was overridden, and what it had to say; doing so again changes nothing. */
    void override(Run run, Acceptance guard, String warning);

    /** The guards that were overridden for a run. */
    Set<Acceptance> overridden(Run run);

    /** Replaces all that was noted about a run by what its reports say already. */
    void adopt(Run run, Set<Acceptance> overridden, List<String> warnings);

    /** Whether any line is known that does not come from the given run alone. */
    boolean knowsLinesBeside(@Nullable Run replaced);

    /** Hash and rows of a finished run's report. */
    Optional<Summary.File> report(Run run, String name);

    /** What distinguishes this database from every other. */
    String databaseId();
}
