package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.Cut;
import nightfill.adapter.job.ChunkSize;
import nightfill.application.problem.Problem;
import nightfill.domain.allocation.Parts;
import nightfill.harness.Everything;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.RandomNights;
import nightfill.model.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same nights in 1, 2, 8 and 64 parts, and in chunks of 1, 7, 5000 and 20000: the same rows, and the same bytes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutNightsIT {

    private static final List<Integer> PARTS = List.of(1, 2, 8, 64);
    private static final List<Integer> CHUNK_SIZES = List.of(20_000, 1, 7, 5000);

    private final Map<String, List<String>> uncut = new TreeMap<>();
    private TestNightfill usual;

    @BeforeAll
    void work(@TempDir(factory = InMemory.class) Path directory) throws IOException {
        usual = new TestNightfill(directory.resolve("uncut"), cut(1, 5000));
        for (Map.Entry<String, List<Step>> nights : series().entrySet()) {
            uncut.put(nights.getKey(), play(nights.getValue(), usual));
        }
    }

    @AfterAll
    void close() {
        Figures.count(
                CutNightsIT.class, "%d series of nights, each cut in %d ways".formatted(uncut.size(), cuts().size()));
        usual.close();
    }

    /** Each number of parts and each size of chunks once, and in a soak with each other. */
    static List<Arguments> cuts() {
        List<Arguments> cuts = new ArrayList<>();
        for (int parts : PARTS) {
            for (int rows : CHUNK_SIZES) {
                if (Scale.SOAK || PARTS.indexOf(parts) == CHUNK_SIZES.indexOf(rows)) {
                    cuts.add(Arguments.of(parts, rows));
                }
            }
        }
        return cuts;
    }

    @ParameterizedTest(name = "{0} parts, in chunks of {1}")
    @MethodSource("cuts")
    void nights_end_alike_however_they_are_cut(int parts, int rows, @TempDir(factory = InMemory.class) Path directory)
            throws IOException {
        try (TestNightfill nightfill = new TestNightfill(directory.resolve("cut"), cut(parts, rows))) {
            nightfill.pretendToBe(usual);
            for (Map.Entry<String, List<Step>> nights : series().entrySet()) {
                List<String> expected = uncut.getOrDefault(nights.getKey(), List.of());
                assertThat(Everything.differences(expected, play(nights.getValue(), nightfill)))
                        .as(nights.getKey())
                        .isEmpty();
                assertThat(expected)
                        .as(nights.getKey())
                        .anyMatch(row -> row.startsWith("public.standing_allocation "))
                        .anyMatch(row -> row.contains("/MANIFEST.sha256: "));
            }
        }
    }

    private static Cut cut(int parts, int rows) {
        return new Cut(new ChunkSize(rows), Parts.of(parts));
    }

    private static Map<String, List<Step>> series() throws IOException {
        Map<String, List<Step>> series = new TreeMap<>();
        List<Step> sample = new ArrayList<>();
        for (int day = 18; day <= 20; day++) {
            LocalDate date = LocalDate.of(2026, 11, day);
            sample.add(night(date, feeds(Path.of("sample-data").resolve(date.toString()))));
        }
        series.put("sample data", sample);
        LocalDate friday = LocalDate.of(2026, 11, 20);
        series.put("generated", List.of(night(friday, LargeNightsIT.generated(friday))));
        Scale.SEEDS.seeds(7).forEach(seed -> series.put("seed " + seed, RandomNights.of(seed)));
        return series;
    }

    private static Step night(LocalDate date, Map<String, String> feeds) {
        return new Step(Step.Call.RUN, date, feeds, false, List.of());
    }

    private static Map<String, String> feeds(Path directory) throws IOException {
        Map<String, String> feeds = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                feeds.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return feeds;
    }

    /** All that nights leave, except how they were cut. */
    private static List<String> play(List<Step> steps, TestNightfill nightfill) throws IOException {
        nightfill.empty();
        List<String> told = new ArrayList<>();
        for (Step step : steps) {
            nightfill.ask(step);
            nightfill.arrive(step.date(), step.feeds());
            try {
                told.add(step.date() + " " + nightfill.run(step).run().state());
            } catch (Problem problem) {
                told.add(step.date() + " "
                        + problem.what()
                                .replace(nightfill.home().resolveSibling("").toString(), ""));
            }
        }
        Everything.of(nightfill).stream()
                .filter(row -> !row.contains(".decided ") && !row.contains(".read_lines "))
                .forEach(told::add);
        told.addAll(nightfill.jdbc().queryForList("select shortage::text from shortage order by 1", String.class));
        return told;
    }
}
