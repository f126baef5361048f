package nightfill.application.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** The night in figures: what {@code summary.json} holds, in its order. */
public record Summary(
        Identity identity,
        Map<String, FeedCounts> feeds,
        Figures figures,
        @Nullable Purchasing purchasing,
        Map<String, File> reports,
        List<String> warnings) {

    /** Where the run's reports are: {@code 2026-11-20/run-1}. */
    public String directory() {
        return new RunName(identity.date, identity.run).directory();
    }

    /** For people: {@code 2026-11-20 run 1}. */
    public String title() {
        return new RunName(identity.date, identity.run).title();
    }

    /**
     * Which run this is, on what it builds, and by which rules.
     *
     * @param accepted guards that would have refused the run and were overridden, in their order; null in reports of
     *     former versions, which did not say it
     */
    public record Identity(
            LocalDate date,
            int run,
            @Nullable Reference previous,
            @Nullable Replaced replaces,
            String rules,
            @Nullable List<Acceptance> accepted) {

        /** Guards that were overridden, as far as that is known. */
        public Set<Acceptance> overridden() {
            return accepted == null ? Set.of() : Set.copyOf(accepted);
        }
    }

    /** The run on whose state this one builds. */
    public record Reference(LocalDate date, int run, String manifestSha256) {

        public static @Nullable Reference to(@Nullable Run run) {
            return run == null ? null : new Reference(run.date(), run.number(), hash(run));
        }
    }

    /** The run that this one replaces. */
    public record Replaced(int run, String manifestSha256) {

        public static @Nullable Replaced by(@Nullable Run corrected) {
            return corrected == null ? null : new Replaced(corrected.number(), hash(corrected));
        }
    }

    /** The same of lines and of their units. */
    public record Figures(Flow lines, Flow units, Stock stock) {}

    /** What came to a night's allocation, what else left it, and what came of it. */
    public record Flow(long openBefore, long loaded, long cancelled, long dispatched, long released, Outcome outcome) {}

    /**
     * What became of the lines that took part.
     *
     * @param leftWithoutBatch whose goods have left, and for which no batch was found; null by the first rules, which let
     *     them wait
     */
    public record Outcome(long allocated, @Nullable Long leftWithoutBatch, Map<String, Long> unallocated) {

        /** Such lines, of which the first rules know none. */
        public long left() {
            return leftWithoutBatch == null ? 0 : leftWithoutBatch;
        }
    }

    /**
     * Units purchased and not dispatched.
     *
     * @param warehouse without ETA
     * @param overdue the part of {@code atSea} whose ETA is before the business date
     */
    public record Stock(long warehouse, long atSea, long overdue) {}

    /**
     * How purchasing was listened to; null in reports of the first rules, which did not say it.
     *
     * @param batches what {@code batches.csv} listed
     * @param silentNights after how many nights without a word about a batch it counts as silent; 0 for never
     * @param silentBatches how many with goods were silent
     */
    public record Purchasing(BatchFeed batches, int silentNights, long silentBatches) {}

    public record File(long rows, String sha256) {}

    private static String hash(Run finished) {
        return Objects.requireNonNull(finished.manifestSha256(), finished::title);
    }
}
