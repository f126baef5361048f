package nightfill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomNightsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 1001, 2001, 3001})
    void no_sequence_of_nights_breaks_the_books(long first) {
        LongStream.range(first, first + 50).forEach(RandomNightsTest::audit);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_seed_always_gives_the_same_nights(long seed) {
        assertThat(RandomNights.of(seed)).isEqualTo(RandomNights.of(seed));
    }

    @Test
    void two_hundred_seeds_meet_every_rule() {
        Set<String> met = new TreeSet<>();
        LongStream.range(0, 200).forEach(seed -> {
            NightModel model = new NightModel();
            RandomNights.of(seed).forEach(step -> {
                step.askOf(model);
                note(step, step.playOn(model), met);
            });
        });

        assertThat(met)
                .containsAll(
                        Stream.of(Verdict.values()).skip(3).map(Verdict::name).toList());
        assertThat(met)
                .containsAll(Stream.of(Step.Call.values()).map(Step.Call::name).toList());
        assertThat(met)
                .containsAll(Stream.of(Run.Outcome.values())
                        .filter(outcome -> outcome != Run.Outcome.NOT_READY) // their feeds are always there
                        .map(Run.Outcome::name)
                        .toList());
        assertThat(met).contains("UNKNOWN_SKU", "SHORT", "NO_SINGLE_BATCH", "BATCH_REDUCED", "CANCELLED");
        assertThat(met).contains("LOST", "ARRIVED", "DELAYED", "EARLIER", "MOVED");
        assertThat(met).contains("feeds.batches.superseded", "feeds.batches.duplicate", "feeds.order_lines.duplicate");
        assertThat(met).contains("feeds.dispatches.duplicate", "feeds.cancellations.duplicate", "stock.overdue");
        assertThat(met).contains("feeds.urgent.applied", "feeds.urgent.rejected");
        assertThat(met).contains("late cancellation", "found a batch again", "found the same batch again");
    }

    private static void note(Step step, Run run, Set<String> met) {
        met.add(step.call().name());
        met.add(run.outcome().name());
        for (String report : List.of("unallocated.csv", "released.csv", "promises.csv", "rejects.csv")) {
            Csv.records(run.reports().getOrDefault(report, "")).forEach(met::addAll);
        }
        run.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .forEach(count -> met.add(count.getKey()));
        if (run.finished()) {
            noteEdges(run, met);
        }
    }

    private static void noteEdges(Run run, Set<String> met) {
        if (count(run, "lines.cancelled") > run.counts().getOrDefault("feeds.cancellations.applied", 0L)) {
            met.add("late cancellation");
        }
        List<List<String>> allocations = Csv.records(run.reports().getOrDefault("allocations.csv", ""));
        for (List<String> released : Csv.records(run.reports().getOrDefault("released.csv", ""))) {
            allocations.stream()
                    .skip(1)
                    .filter(allocation -> allocation.subList(0, 4).equals(released.subList(0, 4)))
                    .forEach(allocation -> met.add(
                            allocation.get(4).equals(released.get(4))
                                    ? "found the same batch again"
                                    : "found a batch again"));
        }
    }

    private static void audit(long seed) {
        NightModel model = new NightModel();
        List<Step> steps = RandomNights.of(seed);
        for (int i = 0; i < steps.size(); i++) {
            State before = model.state();
            steps.get(i).askOf(model);
            Run run = steps.get(i).playOn(model);
            String which = "seed %d, step %d of %s".formatted(seed, i, steps);
            if (run.finished()) {
                assertTotals(run, which);
            }
            if (run.finished() && !steps.get(i).call().abandons()) {
                assertThat(model.state().batches.values())
                        .as(which)
                        .allMatch(b -> model.state().available(b) >= 0);
                assertThat(model.state().lines.stream().map(booking -> booking.line))
                        .as(which)
                        .doesNotHaveDuplicates();
            } else {
                assertThat(model.state()).as(which).isSameAs(before);
            }
        }
    }

    private static void assertTotals(Run run, String which) {
        for (String file : List.of("batches", "order_lines")) {
            assertThat(count(run, "feeds." + file + ".rows"))
                    .as(which)
                    .isEqualTo(Stream.of("applied", "duplicate", "superseded", "rejected")
                            .mapToLong(end -> count(run, "feeds." + file + "." + end))
                            .sum());
        }
        assertOpenLinesBalance(run, which, "lines.", false);
        assertOpenLinesBalance(run, which, "units.", true);
        assertThat(stock(run, 2) - stock(run, 5))
                .as(which)
                .isEqualTo(count(run, "stock.warehouse") + count(run, "stock.atSea"));
        assertThat(stock(run, 2) - stock(run, 4) - stock(run, 5)).as(which).isEqualTo(stock(run, 6));
    }

    private static void assertOpenLinesBalance(Run run, String which, String sum, boolean units) {
        long reduced = tally(run, "released.csv", Map.of(5, "BATCH_REDUCED"), units);
        long cancelledWhileOpen = tally(run, "released.csv", Map.of(5, "CANCELLED", 4, ""), units);
        assertThat(count(run, sum + "openBefore") + count(run, sum + "loaded") + reduced)
                .as(which)
                .isEqualTo(count(run, sum + "allocated")
                        + tally(run, "unallocated.csv", Map.of(), units)
                        + cancelledWhileOpen
                        + count(run, sum + "leftWithoutBatch"));
        assertThat(count(run, sum + "allocated")).as(which).isEqualTo(tally(run, "allocations.csv", Map.of(), units));
        assertThat(count(run, sum + "cancelled"))
                .as(which)
                .isEqualTo(tally(run, "released.csv", Map.of(5, "CANCELLED"), units));
    }

    private static long tally(Run run, String report, Map<Integer, String> only, boolean units) {
        return Csv.records(run.reports().getOrDefault(report, "")).stream()
                .skip(1)
                .filter(record -> only.entrySet().stream()
                        .allMatch(e -> record.get(e.getKey()).equals(e.getValue())))
                .mapToLong(record -> units ? Long.parseLong(record.get(3)) : 1)
                .sum();
    }

    private static long stock(Run run, int column) {
        return Csv.records(run.reports().getOrDefault("stock.csv", "")).stream()
                .skip(1)
                .mapToLong(record -> Long.parseLong(record.get(column)))
                .sum();
    }

    private static long count(Run run, String path) {
        return run.counts().getOrDefault(path, -1L);
    }
}
