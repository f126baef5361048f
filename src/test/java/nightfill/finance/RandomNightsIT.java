package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.application.night.NightOutcome;
import nightfill.application.problem.Problem;
import nightfill.frictionless.Conformity;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.NightModel;
import nightfill.model.RandomNights;
import nightfill.model.Run;
import nightfill.model.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random nights, worked by Nightfill in chunks of 1, 7 and 5000 and by a plain model of the rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public final class RandomNightsIT {

    private static final int[] CHUNK_SIZES = {1, 7, 5000};
    private static final List<String> REPORTS =
            List.of("allocations.csv", "unallocated.csv", "released.csv", "promises.csv", "stock.csv", "rejects.csv");

    private List<TestNightfill> nightfills = List.of();

    @BeforeAll
    void start(@TempDir(factory = InMemory.class) Path directory) {
        nightfills = IntStream.of(CHUNK_SIZES)
                .mapToObj(size -> new TestNightfill(directory.resolve("chunks-of-" + size), size))
                .toList();
    }

    @AfterAll
    void close() {
        Figures.count(
                RandomNightsIT.class,
                "%d series of nights in chunks of %s".formatted(Scale.SEEDS.count(), Arrays.toString(CHUNK_SIZES)));
        nightfills.forEach(TestNightfill::close);
    }

    static LongStream seeds() {
        return Scale.SEEDS.seeds(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nights_end_as_the_rules_say_in_chunks_of_any_size(long seed) throws IOException {
        for (TestNightfill nightfill : nightfills) {
            nightfill.empty();
        }
        NightModel model = new NightModel();
        int number = 0;
        for (Step step : RandomNights.of(seed)) {
            String what = "seed %d step %d: %s %s".formatted(seed, ++number, step.call(), step.date());
            List<String> promised = step.askOf(model);
            Run expected = step.playOn(model);
            for (TestNightfill nightfill : nightfills) {
                assertThat(nightfill.ask(step)).as(what).isEqualTo(promised);
                play(step, nightfill, expected, what);
            }
        }
    }

    private static void play(Step step, TestNightfill nightfill, Run expected, String what) throws IOException {
        nightfill.arrive(step.date(), step.feeds());
        boolean abandons = step.call().abandons() && expected.finished();
        if (abandons) {
            nightfill.stopAtAllocation();
        }
        ExitCode ended = ExitCode.DONE;
        boolean alreadyFinished = false;
        try {
            NightOutcome outcome = nightfill.run(step);
            alreadyFinished = outcome.alreadyFinished();
        } catch (Problem problem) {
            ended = ExitCode.of(problem.kind());
            what = what + ": " + problem.getMessage();
        }
        if (abandons) {
            assertThat(ended).as(what).isEqualTo(ExitCode.STOPPED);
            nightfill.useCases().nights().abandon().abandon(Optional.empty(), nightfill.output());
            return;
        }
        assertThat(ended).as(what).isEqualTo(exitCode(expected));
        assertThat(alreadyFinished).as(what).isEqualTo(expected.outcome() == Run.Outcome.UNCHANGED);
        if (expected.finished()) {
            compare(nightfill, expected, what);
        }
    }

    public static ExitCode exitCode(Run expected) {
        return switch (expected.outcome()) {
            case FINISHED, UNCHANGED -> ExitCode.DONE;
            case NOT_READY -> ExitCode.NOT_READY;
            case REFUSED -> ExitCode.REFUSED;
            case CHANGED -> ExitCode.FEEDS_CHANGED;
        };
    }

    public static void compare(TestNightfill nightfill, Run expected, String what) throws IOException {
        Path reports = nightfill.output().resolve("%s/run-%d".formatted(expected.date(), expected.number()));
        for (String report : REPORTS) {
            String written = Files.readString(reports.resolve(report));
            assertThat(Run.comparable(report, written))
                    .as("%s: %s", what, report)
                    .isEqualTo(expected.comparable(report));
        }
        assertThat(Conformity.faults(reports)).as(what).isEmpty();
        SortedMap<String, Long> counts = new TreeMap<>();
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(reports.resolve("summary.json")));
        for (Map.Entry<String, Long> count : expected.counts().entrySet()) {
            JsonNode told = summary.at("/" + count.getKey().replace('.', '/'));
            counts.put(count.getKey(), told.isMissingNode() ? -1 : told.asLong());
        }
        assertThat(counts).as("%s: summary.json", what).isEqualTo(expected.counts());
    }
}
