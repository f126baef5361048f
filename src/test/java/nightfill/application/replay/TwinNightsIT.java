package nightfill.application.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import nightfill.adapter.postgres.history.PostgresPastNights;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.run.Runs;
import nightfill.domain.night.Night;
import nightfill.domain.night.NightFeeds;
import nightfill.domain.night.Outcome;
import nightfill.domain.run.Run;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.RandomNights;
import nightfill.model.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as the domain defines them and their SQL twins, row by row and effect by effect. */
final class TwinNightsIT {

    private static final String OUTCOMES = """
            select feed || ' ' || row_number, coalesce(reject.reason, verdict, 'APPLIED')
            from (
                select run_id, feed, row_number from staged_line
                union all
                select run_id, 'batches', row_number from staged_batch
                union
                select loaded_run, 'order_lines', (line.id - turns_before - (
                    select count(*) from staged_line where run_id = loaded_run and feed in ('allocations', 'urgent')))::integer
                from line join run on run.id = loaded_run
                where line.id > turns_before + (
                    select count(*) from staged_line where run_id = loaded_run and feed in ('allocations', 'urgent'))) staged
                left join reject using (run_id, feed, row_number)
                left join without_effect using (run_id, feed, row_number)
            where run_id = ?
            """;

    private static final String MET = """
            select feed || ' ' || reason from reject
            union
            select feed || ' ' || verdict from without_effect
            union
            select 'release' from allocation where cause = 'BATCH_REDUCED'
            union
            select 'lacked' from batch_value where lacked
            union
            select 'unknown' from batch_value where eta = 'infinity'
            union
            select case when line_id in (select line_id from waiting_dispatch) then 'dispatch that waited'
                else 'belated dispatch' end
            from allocation
            where dispatched_run = from_run and dispatched_run = (select max(id) from run where state = 'FINISHED')
            union
            select case when id in (select line_id from waiting_dispatch) then 'left without a batch'
                else 'belated, left without a batch' end
            from line
            where left_run = (select max(id) from run where state = 'FINISHED')
            union
            select 'belated cancellation' from accepted_feed
            where feed = 'cancellations'
                and applied < (select count(*) from line where cancelled_run = run_id)
            union
            select 'no more than has left' from batch_value value
            where not value.lacked and value.quantity = (
                select sum(gone.quantity) from allocation gone
                where gone.batch_id = value.batch_id and gone.dispatched_run <= value.from_run
                    and gone.from_run < value.from_run)
            """;

    private final Set<String> met = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @BeforeEach
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory.resolve("nights"), 5);
    }

    @AfterEach
    void close() {
        nightfill.close();
    }

    @Test
    void every_row_comes_to_the_same_by_definition_and_in_the_database() {
        seeds().forEach(this::play);

        assertThat(met)
                .contains(
                        "batches SKU_CHANGED", "batches AMBIGUOUS", "batches BELOW_DISPATCHED", "no more than has left")
                .contains("batches DUPLICATE", "batches SUPERSEDED", "release", "lacked", "unknown")
                .contains("order_lines REPEATED", "order_lines CANCELLED_BEFORE", "order_lines DUPLICATE")
                .contains("allocations REPEATED", "allocations UNKNOWN_BATCH", "allocations DOES_NOT_FIT")
                .contains("dispatches UNKNOWN_LINE", "dispatches NOT_ALLOCATED", "dispatches DUPLICATE")
                .contains("cancellations UNKNOWN_LINE", "cancellations DISPATCHED", "cancellations DUPLICATE")
                .contains("dispatch that waited", "left without a batch")
                .contains("belated dispatch", "belated, left without a batch", "belated cancellation");
    }

    /** A few that meet every rule together, and in a soak any others. */
    private static LongStream seeds() {
        LongStream chosen = LongStream.of(13, 19, 77, 146, 308);
        return Scale.SOAK ? LongStream.concat(chosen, Scale.SEEDS.seeds(2000)) : chosen;
    }

    private void play(long seed) {
        try {
            nightfill.empty();
            int number = 0;
            for (Step step : RandomNights.of(seed)) {
                play(step, "seed %d step %d: %s %s".formatted(seed, ++number, step.call(), step.date()));
            }
        } catch (IOException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void play(Step step, String what) throws IOException {
        nightfill.ask(step);
        nightfill.arrive(step.date(), step.feeds());
        if (step.call().abandons()) {
            nightfill.stopAtAllocation();
        }
        try {
            NightOutcome outcome = nightfill.run(step);
            if (!outcome.alreadyFinished()) {
                compareFinished(outcome.run(), what);
            }
        } catch (Problem problem) {
            if (problem.kind() == Kind.STOPPED) {
                compareRows(runs().unfinished().orElseThrow(), what, row -> !row.startsWith("dispatches"));
                nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output());
            }
        }
    }

    private void compareFinished(Run run, String what) throws IOException {
        compareRows(run, what, row -> true);
        met.addAll(nightfill.jdbc().queryForList(MET, String.class));
        assertThat(nightfill
                        .useCases()
                        .books()
                        .replay()
                        .replay(run.date(), nightfill.output())
                        .differences())
                .as(what)
                .isEmpty();
    }

    /** A night that was stopped before it allocated has not settled the dispatches of open lines. */
    private void compareRows(Run run, String what, Predicate<String> which) throws IOException {
        Map<String, String> found = inTheDatabase(run);
        Map<String, String> defined = byDefinition(run);
        found.keySet().removeIf(which.negate());
        defined.keySet().removeIf(which.negate());
        assertThat(found).as(what).isEqualTo(defined);
    }

    /** A run's staging is emptied when the next one begins. */
    private Map<String, String> inTheDatabase(Run run) {
        Map<String, String> outcomes = new TreeMap<>();
        nightfill
                .jdbc()
                .query(
                        OUTCOMES,
                        row -> {
                            outcomes.put(row.getString(1), row.getString(2));
                        },
                        run.id());
        return outcomes;
    }

    private Map<String, String> byDefinition(Run run) throws IOException {
        NightFeeds feeds = new KeptFeeds(nightfill.bean(FeedFiles.class), nightfill.bean(FeedReader.class))
                .read(run, runs().accepted(run));
        PastNights past = new PostgresPastNights(requireNonNull(nightfill.jdbc().getDataSource()));
        new Night(run.date(), run.turnsBefore(), run.rules(), past.before(run, feeds.orderIds()), feeds).work();
        Map<String, String> outcomes = new TreeMap<>();
        feeds.all()
                .forEach(feed -> feed.rows()
                        .forEach(row -> outcomes.put(feed.feed().label() + " " + row.number(), text(row.outcome()))));
        return outcomes;
    }

    private static String text(Outcome outcome) {
        return outcome.reason() == null
                ? outcome.kind().name()
                : outcome.reason().name();
    }

    private Runs runs() {
        return nightfill.bean(Runs.class);
    }
}
