package nightfill.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.application.problem.Problem;
import nightfill.application.report.Report;
import nightfill.finance.RandomNightsIT;
import nightfill.harness.Ended;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Rehearsal;
import nightfill.harness.Scale;
import nightfill.harness.TestNightfill;
import nightfill.model.Arrival;
import nightfill.model.Csv;
import nightfill.model.HostileFeeds;
import nightfill.model.NightModel;
import nightfill.model.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile feeds: each ends as a plain model of the rules says, in a night that adds up or a refusal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileFeedsIT {

    private static final int INPUTS_PER_SEED = 100;
    private static final int NIGHTS_PER_SEED = 3;
    private static final int STEP = Scale.SOAK ? 1 : 13;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Path KEPT = Path.of("target", "fuzz");

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    private LocalDate date = LocalDate.EPOCH;
    private NightModel model = new NightModel();
    private int finished;
    private int refused;
    private int notReady;
    private long applied;
    private long rejected;

    @BeforeAll
    void start(@TempDir(factory = InMemory.class) Path directory) {
        nightfill = new TestNightfill(directory, 7);
    }

    @AfterAll
    void close() {
        nightfill.close();
        Figures.count(
                HostileFeedsIT.class,
                "%d hostile inputs: %d nights (%d rows applied, %d rejected), %d refused, %d not ready"
                        .formatted(finished + refused + notReady, finished, applied, rejected, refused, notReady));
    }

    /** Twenty thousand inputs are {@code -Dnightfill.test.fuzz=20000}, others a different {@code nightfill.test.seed}. */
    static LongStream seeds() {
        long inputs = Scale.FUZZ.count();
        long first = Long.getLong("nightfill.test.seed", 1);
        return LongStream.range(first, first + (inputs + INPUTS_PER_SEED - 1) / INPUTS_PER_SEED);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damaged_feeds_end_in_a_night_that_adds_up_or_in_a_refusal(long seed) throws IOException {
        begin();
        HostileFeeds feeds = new HostileFeeds(seed);
        if (seed % 4 > 0) {
            night(feeds.good(date, model), "seed %d, first good night".formatted(seed));
            night(feeds.good(date, model), "seed %d, second good night".formatted(seed));
        }
        LocalDate next = date;
        date = seed % 5 == 0 ? next.minusDays(20) : next;
        try (Rehearsal rehearsal = new Rehearsal(nightfill, date)) {
            for (int input = 1; input <= INPUTS_PER_SEED; input++) {
                rehearse(rehearsal, feeds.damaged(date, model), "seed %d, input %d".formatted(seed, input));
            }
        }
        date = next;
        for (int night = 1; night <= NIGHTS_PER_SEED; night++) {
            night(feeds.damaged(date, model), "seed %d, damaged night %d".formatted(seed, night));
        }
        if (seed % 10 == 1) {
            nightOnTheCommandLine(feeds.damaged(date, model), "seed %d, by command".formatted(seed));
        }
    }

    private void begin() throws IOException {
        nightfill.empty();
        model = new NightModel();
        date = LocalDate.of(2026, 2, 26);
    }

    private void night(Map<String, byte[]> files, String what) throws IOException {
        arrive(files);
        Run expected = new Arrival(files).runOn(model, date);
        judged(files, what, () -> {
            ExitCode ended = ExitCode.DONE;
            try {
                nightfill.run(date, false);
            } catch (Problem problem) {
                ended = ExitCode.of(problem.kind());
                assertClear(problem);
            }
            assertThat(ended).isEqualTo(exitCode(expected));
            if (expected.finished()) {
                RandomNightsIT.compare(nightfill, expected, what);
            } else {
                assertThat(nightfill.home().resolve("feeds").resolve(date.toString()))
                        .doesNotExist();
            }
        });
        date = expected.finished() ? date.plusDays(1) : date;
        count(expected);
    }

    private void nightOnTheCommandLine(Map<String, byte[]> files, String what) throws IOException {
        arrive(files);
        Run expected = new Arrival(files).runOn(model, date);
        judged(files, what, () -> {
            Ended ended = nightfill
                    .installation()
                    .run(date.toString(), "--output", nightfill.output().toString());
            ended.with(exitCode(expected).number());
            if (expected.finished()) {
                RandomNightsIT.compare(nightfill, expected, what);
            } else {
                assertThat(ended.error()).contains(".csv");
            }
        });
        count(expected);
    }

    private void rehearse(Rehearsal rehearsal, Map<String, byte[]> files, String what) throws IOException {
        arrive(files);
        Run expected = new Arrival(files).runOn(model, date);
        if (expected.finished()) {
            model.abandonLast();
        }
        judged(files, what, () -> rehearse(rehearsal, expected, what.hashCode() % 2 == 0 ? 3 : 5000));
        count(expected);
    }

    private static void rehearse(Rehearsal rehearsal, Run expected, int chunkSize) {
        try {
            Rehearsal.Result result = rehearsal.of(chunkSize);
            assertThat(ExitCode.DONE).isEqualTo(exitCode(expected));
            compare(result, expected);
        } catch (Problem problem) {
            assertThat(ExitCode.of(problem.kind())).as(problem.getMessage()).isEqualTo(exitCode(expected));
            assertClear(problem);
        }
    }

    private static void compare(Rehearsal.Result result, Run expected) {
        for (Map.Entry<Report, List<List<String>>> report : result.reports().entrySet()) {
            String name = report.getKey().fileName();
            assertThat(comparable(name, report.getValue())).as(name).isEqualTo(Csv.records(expected.comparable(name)));
        }
        SortedMap<String, Long> feeds = new TreeMap<>(expected.counts());
        feeds.keySet().removeIf(path -> !path.startsWith("feeds."));
        assertThat(result.counts()).isEqualTo(feeds);
    }

    private static List<List<String>> comparable(String report, List<List<String>> rows) {
        int detail = report.equals("rejects.csv") ? rows.get(0).indexOf("detail") : -1;
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .filter(column -> column != detail)
                        .mapToObj(row::get)
                        .toList())
                .toList();
    }

    /** One line for people, which says where. */
    private static void assertClear(Problem problem) {
        assertThat(ProblemText.line(problem))
                .hasSizeLessThan(2000)
                .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f]")
                .containsPattern("[.]csv")
                .contains("; ");
    }

    private static ExitCode exitCode(Run expected) {
        return RandomNightsIT.exitCode(expected);
    }

    private void count(Run expected) {
        finished += expected.finished() ? 1 : 0;
        refused += expected.outcome() == Run.Outcome.REFUSED ? 1 : 0;
        notReady += expected.outcome() == Run.Outcome.NOT_READY ? 1 : 0;
        expected.counts().forEach((path, count) -> {
            applied += path.endsWith(".applied") ? count : 0;
            rejected += path.endsWith(".rejected") ? count : 0;
        });
    }

    private void arrive(Map<String, byte[]> files) throws IOException {
        nightfill.arriveBytes(date, files);
    }

    private static void judged(Map<String, byte[]> files, String what, Executable work) throws IOException {
        try {
            assertTimeoutPreemptively(LONGEST, work);
        } catch (Exception | Error e) {
            Path kept = Files.createDirectories(KEPT.resolve(what.replaceAll("[^a-z0-9]+", "-")));
            TestNightfill.remove(kept);
            Files.createDirectories(kept);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(kept.resolve(file.getKey()), file.getValue());
            }
            throw new AssertionError("%s, kept in %s: %s".formatted(what, kept, e), e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batches.csv",
                "order_lines.csv",
                "dispatches.csv",
                "cancellations.csv",
                "allocations.csv",
                "control.csv"
            })
    void a_feed_that_ends_at_any_of_its_bytes(String file) throws IOException {
        begin();
        Map<String, byte[]> whole = small();
        if (file.equals("control.csv")) {
            HostileFeeds.vouch(whole);
        }
        byte[] bytes = whole.getOrDefault(file, new byte[0]);
        try (Rehearsal rehearsal = new Rehearsal(nightfill, date)) {
            for (int length = 0; length <= bytes.length; length += STEP) {
                Map<String, byte[]> cut = new TreeMap<>(whole);
                cut.put(file, Arrays.copyOf(bytes, length));
                rehearse(rehearsal, cut, "%s cut at %d".formatted(file, length));
                if (!file.equals("control.csv")) {
                    HostileFeeds.vouch(cut);
                    rehearse(rehearsal, cut, "%s vouched for and cut at %d".formatted(file, length));
                }
            }
        }
    }

    private static Map<String, byte[]> small() {
        Map<String, String> texts = Map.of(
                "batches.csv", "ref,sku,qty,eta\r\nb1,\"a,\"\"\u00e9\",9,\r\nb2,T,12,2026-03-01\r\n",
                "order_lines.csv", "\uFEFForderid,sku,qty,line\n1,T,3,1\n\"2\n\",T,1,1\n3,\"a,\"\"\u00e9\",4,\n",
                "dispatches.csv", "sku,orderid,qty\rT,1,3\r\r\"T\",3,4\r",
                "cancellations.csv", "orderid,sku,qty,note\n3,\"a,\"\"\u00e9\",4,\ud83d\ude00\n",
                "allocations.csv", "orderid,sku,qty,batchref\n7,T,10,b2\n8,T,10,b2\n");
        return new TreeMap<>(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().getBytes(UTF_8))));
    }
}
