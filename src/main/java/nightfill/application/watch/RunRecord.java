package nightfill.application.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Phase;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record of a run.
 *
 * @param past finished nights before it, newest first: the last ones, and those of the same weekday
 * @param steps of the attempts at it, and at those of the last finished nights before it
 */
public record RunRecord(
        RunFacts run, Chain chain, List<Attempt> attempts, List<StepRecord> steps, Former past, Contents contents) {

    /**
     * The runs that a run has to do with; null where there is none.
     *
     * @param buildsOn the run on whose state it builds
     * @param neighbours in the list of nights
     * @param standing another run of its date, that counts or may come to
     * @param last whether it is the last that counts, so that a correction can take its place
     */
    public record Chain(
            @Nullable RunName buildsOn,
            @Nullable RunName replaces,
            @Nullable RunName replacedBy,
            Neighbours neighbours,
            @Nullable RunName standing,
            boolean last) {}

    /** The runs before and after a run in the list of nights; null where there is none. */
    public record Neighbours(
            @Nullable RunName before, @Nullable RunName after) {}

    /**
     * Finished nights before a run, newest first.
     *
     * @param last the runs of the last ones, whatever their weekday
     * @param manifest the SHA-256 of the manifest of the run that it builds on; null where there is none
     * @param night the last one; null where there is none
     */
    public record Former(
            List<PastNight> sameWeekday,
            List<Long> last,
            @Nullable PastNight night,
            @Nullable String manifest) {}

    /**
     * A step of an attempt.
     *
     * @param recorded with the whole message of what ended it, of a step of the run itself
     * @param counts rows read and written by this attempt
     */
    public record StepRecord(long attempt, long run, String name, Recorded recorded, Times times, Counts counts) {}

    /**
     * Rows that a step read, and wrote.
     *
     * @param last when it said so; null where that is not known
     * @param share of what the attempt has to do, while it is under way; null where that is not known
     * @param phase that it is, or was last, at; null where it has none
     */
    public record Counts(
            long read,
            long written,
            @Nullable Instant last,
            @Nullable Double share,
            @Nullable Phase phase) {}

    /**
     * What came and what went out.
     *
     * @param feeds in their order
     * @param feedsBefore those of the last same weekday
     * @param input the directory in which the last attempt looked for feeds, in one of the date's own; null where that
     *     is not known
     */
    public record Contents(
            List<FeedRecord> feeds,
            Map<Feed, FeedRecord> feedsBefore,
            List<String> warnings,
            List<ReportRecord> reports,
            List<Publication> publications,
            @Nullable String input) {}

    /**
     * An accepted feed.
     *
     * @param rows null until the feeds take effect
     * @param rejected rows by reason
     * @param readUpTo how many of its bytes are loaded, while the run loads
     */
    public record FeedRecord(
            Feed feed, String sha256, long bytes, @Nullable Rows rows, Map<String, Long> rejected, long readUpTo) {}

    /** What became of a feed's rows. */
    public record Rows(long read, long applied, long duplicate, long superseded, long rejected) {}

    /** A report as it was installed. */
    public record ReportRecord(String name, long rows, String sha256) {}

    /** A directory that the run is, or is to be, in. */
    public record Publication(String directory, boolean there) {}
}
