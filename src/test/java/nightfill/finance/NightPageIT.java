package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.domain.run.Terms;
import nightfill.harness.Browser;
import nightfill.harness.CsvNight;
import nightfill.harness.ExpectedPage;
import nightfill.harness.Sampled;
import nightfill.harness.Scale;
import nightfill.harness.ShownPage;
import nightfill.harness.TestNightfill;
import nightfill.model.RandomNights;
import nightfill.model.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report.html} as somebody sees it who opens it in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NightPageIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    /** Its width less the margins, in pixels of a screen. */
    private static final int A4 = 688;

    private static final String BATCHES = "ref,sku,qty,eta\n";
    private static final String LINES = "orderid,line,sku,qty\n";

    /** What a browser, or a reader, could take for something else. */
    private static final List<String> HOSTILE = List.of(
            "<script>document.title='seized'</script>",
            "\"><img src=x onerror=document.title='seized'>",
            "</style></table><b>&amp;{{date}}",
            "\u05d0gnp.tfel\u200d\u05d1",
            "\u05e9\u05d5\u05dc\u05d7\u05df 12",
            "a  b",
            "W".repeat(255),
            "\ud83e\ude91".repeat(255));

    @SuppressWarnings("NullAway.Init")
    private TestNightfill nightfill;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory, 5000);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        nightfill.close();
    }

    @BeforeEach
    void begin() throws IOException {
        nightfill.empty();
        browser.width(1280).scheme("light");
    }

    @Test
    void numbers_are_those_of_the_reports_of_the_sample_nights() {
        for (int day = 18; day <= 20; day++) {
            requireSameNumbers("sample", runSample(LocalDate.of(2026, 11, day)));
        }
    }

    static LongStream seeds() {
        return Scale.SEEDS.seeds(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbers_are_those_of_the_reports_of_any_nights(long seed) throws IOException {
        for (Step step : RandomNights.of(seed)) {
            nightfill.ask(step);
            nightfill.arrive(step.date(), step.feeds());
            try {
                NightOutcome outcome = nightfill.run(step);
                requireSameNumbers("seed " + seed, directory(outcome));
            } catch (Problem refused) {
                // some of the random nights are
            }
        }
    }

    @ParameterizedTest
    @Sampled(of = {"hostile", "sample", "empty", "huge"})
    void everybody_can_read_it(String kind) throws IOException {
        browser.show(page(kind));
        for (int width : new int[] {360, 1280}) {
            for (String scheme : List.of("light", "dark")) {
                assertThat(browser.width(width).scheme(scheme).accessibilityViolations())
                        .as("%s, %d pixels, %s", kind, width, scheme)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "empty", "hostile", "huge"})
    void nothing_stands_out_to_the_right(String kind) throws IOException {
        browser.show(page(kind));
        for (int width : new int[] {320, 360, 390, 700, 1024, 1280}) {
            assertThat(shown(browser.width(width)).overflow())
                    .as("%s, %d pixels", kind, width)
                    .isLessThanOrEqualTo(0);
        }
        browser.width(A4).print();
        assertThat(shown(browser).overflow()).as(kind + ", printed").isLessThanOrEqualTo(0);
    }

    @Test
    void colours_are_those_that_the_reader_prefers_and_paper_is_light() throws IOException {
        browser.show(page("sample"));

        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
        browser.scheme("dark");
        assertThat(background()).isEqualTo("rgb(20, 24, 28)");
        browser.print();
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void it_is_one_file_without_script_that_fetches_nothing() throws IOException {
        Path page = page("hostile");
        browser.show(page);

        assertThat(shown(browser).texts("script, link, img, iframe, object, embed, form, base", "outerHTML"))
                .isEmpty();
        assertThat(browser.evaluate("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .isEqualTo(List.of());
        assertThat(browser.evaluate("""
                return [...document.querySelectorAll('*')].flatMap(element => [...element.attributes])
                    .filter(attribute => /^on|^(src|href|style)$/.test(attribute.name)).length
                """)).isEqualTo(0L);
        assertThat(Files.readString(page)).doesNotContain("url(", "@import");
    }

    @Test
    void what_the_feeds_say_is_text_and_stays_where_it_stands() throws IOException {
        browser.show(page("hostile"));

        assertThat(shown(browser).texts("#short bdi", "textContent")).containsExactlyInAnyOrderElementsOf(HOSTILE);
        assertThat(shown(browser).texts("#warnings bdi", "textContent"))
                .containsExactly("order %1$s line 1 is known with other data: 1 of %1$s, now also 2 of %1$s"
                        .formatted(HOSTILE.get(0)));
        assertThat(browser.evaluate("return document.title")).isEqualTo("Nightfill 2026-11-20 run 1");
    }

    @Test
    void a_night_without_anything_says_so_calmly() throws IOException {
        browser.show(page("empty"));
        String text = String.valueOf(browser.evaluate("return document.body.innerText"));

        assertThat(text)
                .contains("The books balance.", "A quiet night", "No line is open.", "No row was rejected.")
                .doesNotContain("NaN", "null", "Infinity");
        assertThat(shown(browser).tables().get("outcome")).isEmpty();
    }

    @Test
    void charts_tell_in_words_what_they_show() {
        browser.show(runSample(LocalDate.of(2026, 11, 18)).resolve("report.html"));

        assertThat(shown(browser).texts("svg[role=img]", "querySelector('desc').textContent"))
                .containsExactly(
                        "Lines: 21 of 25 (Allocated 21, UNKNOWN_SKU 1, SHORT 2, NO_SINGLE_BATCH 1)."
                                + " Units: 108 of 122 (Allocated 108, UNKNOWN_SKU 6, SHORT 4, NO_SINGLE_BATCH 4).",
                        "In the warehouse: 51 units (promised 37, free 14). At sea, due: 133 units (promised 71, free 62)."
                                + " At sea, overdue: 0 units (promised 0, free 0).",
                        "Since tonight: 4 lines (open 4). 1\u20132 days: 0 lines (open 0). 3\u20137 days: 0 lines (open 0)."
                                + " 8\u201330 days: 0 lines (open 0). More than 30 days: 0 lines (open 0).");
    }

    private void requireSameNumbers(String what, Path directory) {
        browser.show(directory.resolve("report.html"));
        ExpectedPage expected = new ExpectedPage(new CsvNight(directory));
        Map<String, List<String>> shown = shown(browser).tables();
        expected.tables()
                .forEach((section, rows) -> assertThat(inOrder(section, shown.get(section)))
                        .as("%s: %s of %s", what, section, directory)
                        .isEqualTo(rows));
        assertThat(shown(browser).texts(".tiles .big", "textContent").subList(0, 2))
                .as("%s: fill rates of %s", what, directory)
                .isEqualTo(expected.fillRates());
    }

    /** Reasons to reject rows stand by their number; which of two comes first is of no interest. */
    private static List<String> inOrder(String section, @Nullable List<String> rows) {
        Stream<String> stream = Objects.requireNonNull(rows, section).stream();
        return section.equals("rejects") ? stream.sorted().toList() : stream.toList();
    }

    private static ShownPage shown(Browser browser) {
        return new ShownPage(browser);
    }

    private String background() {
        return String.valueOf(browser.evaluate("return getComputedStyle(document.body).backgroundColor"));
    }

    private Path page(String kind) throws IOException {
        return switch (kind) {
            case "sample" -> sample();
            case "empty" -> arrived("", "");
            case "hostile" -> arrived("", lines(HOSTILE, 1) + lines(HOSTILE.subList(0, 1), 2));
            case "huge" -> arrived(batches(), lines(Collections.nCopies(3000, "CHAIR"), Integer.MAX_VALUE));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private Path sample() {
        runSample(LocalDate.of(2026, 11, 18));
        runSample(LocalDate.of(2026, 11, 19));
        return runSample(LocalDate.of(2026, 11, 20)).resolve("report.html");
    }

    private static String batches() {
        return IntStream.range(0, 2000)
                .mapToObj(number ->
                        "B%d,CHAIR,%d,%s\n".formatted(number, Integer.MAX_VALUE, number % 2 == 0 ? "" : "2026-12-01"))
                .collect(Collectors.joining());
    }

    private static String lines(List<String> skus, int quantity) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < skus.size(); number++) {
            String sku = '"' + skus.get(number).replace("\"", "\"\"") + '"';
            lines.append("%s,%s,%s,%d\n".formatted(sku, skus.size() > 1000 ? number : 1, sku, quantity));
        }
        return lines.toString();
    }

    private Path arrived(String batches, String lines) throws IOException {
        nightfill.arrive(FRIDAY, Map.of("batches.csv", BATCHES + batches, "order_lines.csv", LINES + lines));
        return directory(nightfill.run(FRIDAY, false)).resolve("report.html");
    }

    private Path runSample(LocalDate date) {
        NightRequest request =
                new NightRequest(date, Path.of("sample-data"), nightfill.output(), Terms.USUAL, false, Attempt.PLAIN);
        return directory(nightfill.run(request));
    }

    private Path directory(NightOutcome outcome) {
        return nightfill.output().resolve(outcome.run().directory());
    }
}
