package nightfill.finance;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;
import nightfill.harness.Ended;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of which half may be missing are told from whole ones before they count. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShrunkFeedsIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final String OPTION = "--accept-shrunk-feeds";
    private static final String LINES = "orderid,line,sku,qty\n";
    private static final String BATCHES = "ref,sku,qty,eta\n";

    /** All that a night leaves in the data, but for its own row, which says that it was discarded. */
    private static final List<String> DATA = List.of(
            "line",
            "standing_allocation",
            "batch",
            "batch_value",
            "batch_unchanged",
            "decided",
            "sku",
            "reject",
            "warning",
            "accepted_feed",
            "report",
            "undone.line",
            "undone.allocation",
            "undone.batch_value");

    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory, 5000);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    /** 400 lines of 2 units, each on a batch of its own at sea. */
    @BeforeEach
    void run_the_night_before() throws IOException {
        nightfill.empty();
        nightfill.arrive(
                FIRST,
                feeds(rows(0, 400, it -> "b%d,S%d,2,2026-12-24".formatted(it, it)), rows(0, 400, it -> line(it))));
        nightfill.run(FIRST, false);
    }

    @Test
    void a_feed_that_would_release_more_than_a_quarter_of_the_promises_is_refused() throws IOException {
        nightfill.arrive(SECOND, feeds(cut(101), ""));

        assertRefused("batches.csv releases 101 of 400 promised lines (25.3 %; limit 25 %)", "promised units");

        nightfill.arrive(SECOND, feeds(cut(100), ""));
        assertThat(warnings(request(SECOND))).isEmpty();
    }

    @Test
    void what_was_promised_counts_as_it_was_before_the_night() throws IOException {
        String gone = rows(0, 100, ShrunkFeedsIT::line);
        nightfill.arrive(
                SECOND, with(feeds(cut(100, 201), rows(900, 1000, it -> line(it))), "cancellations.csv", gone));

        assertRefused("releases 101 of 400 promised lines");

        nightfill.arrive(SECOND, with(feeds(cut(100, 200), ""), "dispatches.csv", gone));
        assertThat(warnings(request(SECOND))).noneMatch(warning -> warning.contains("releases"));
    }

    @Test
    void what_has_left_was_not_promised_any_more() throws IOException {
        nightfill.arrive(SECOND, with(feeds("", ""), "dispatches.csv", rows(0, 10, ShrunkFeedsIT::line)));
        nightfill.run(SECOND, false);
        nightfill.arrive(SECOND.plusDays(1), feeds(cut(100, 200), ""));

        assertRefused(request(SECOND.plusDays(1)), "releases 100 of 390 promised lines (25.7 %");
    }

    @Test
    void a_feed_that_would_take_too_many_etas_at_once_is_refused() throws IOException {
        nightfill.arrive(SECOND, feeds(rows(0, 101, it -> "b%d,S%d,2,".formatted(it, it)), ""));

        assertRefused("batches.csv takes the ETA of 101 of 400 batches at sea (25.3 %; limit 25 %)");

        nightfill.arrive(SECOND, feeds(rows(0, 100, it -> "b%d,S%d,2,".formatted(it, it)), ""));
        assertThat(warnings(request(SECOND))).isEmpty();
    }

    @Test
    void a_feed_with_hardly_a_tenth_of_its_usual_rows_is_refused_from_the_eighth_night_on() throws IOException {
        for (int night = 1; night < 7; night++) {
            bring(FIRST.plusDays(night), 1000 * (night + 1), 1000);
            nightfill.run(FIRST.plusDays(night), false);
        }
        LocalDate eighth = FIRST.plusDays(7);
        bring(eighth, 90_000, 99);

        assertRefused(request(eighth), "order_lines.csv has 99 rows where 1,000 are usual (9.9 %; limit 10 %)");

        bring(eighth, 90_000, 100);
        assertThat(warnings(request(eighth))).isEmpty();
    }

    @Soak
    @Test
    void six_nights_do_not_tell_what_is_usual() throws IOException {
        nightfill.empty();
        for (int night = 1; night < 7; night++) {
            bring(FIRST.plusDays(night), 1000 * (night + 1), 1000);
            nightfill.run(FIRST.plusDays(night), false);
        }
        bring(FIRST.plusDays(7), 90_000, 1);

        assertThat(warnings(request(FIRST.plusDays(7)))).isEmpty();
    }

    @Test
    void shrunk_feeds_are_taken_on_order_which_is_told_and_recorded() throws IOException {
        nightfill.arrive(SECOND, feeds(cut(101), ""));

        assertThat(warnings(ordered(SECOND)))
                .containsExactly(
                        "batches.csv releases 101 of 400 promised lines (25.3 %; limit 25 %); accepted",
                        "batches.csv releases 202 of 800 promised units (25.3 %; limit 25 %); accepted");
        assertThat(nightfill.jdbc().queryForList("select accept_shrunk_feeds from run order by id", Boolean.class))
                .containsExactly(false, true);
        assertThat(nightfill.jdbc().queryForList("select accepted::text from run order by id", String.class))
                .containsExactly("{}", "{SHRUNK_FEEDS}");
    }

    @Test
    void the_order_holds_for_every_pending_night() throws IOException {
        nightfill.arrive(SECOND, feeds(cut(101), ""));
        nightfill.arrive(SECOND.plusDays(1), feeds("", ""));

        Ended ended = nightfill
                .installation()
                .run(
                        SECOND.plusDays(1).toString(),
                        "--pending",
                        OPTION,
                        "--output",
                        nightfill.output().toString())
                .with(0);

        assertThat(ended.out()).contains("limit 25 %); accepted", "2026-11-03 run 1 is finished");
    }

    @Test
    void a_correction_is_judged_by_what_stood_before_the_run_that_it_replaces() throws IOException {
        nightfill.arrive(SECOND, feeds(cut(50), ""));
        nightfill.run(SECOND, false);
        nightfill.arrive(SECOND, feeds(cut(101), ""));

        assertRefused(nightfill.request(SECOND, true, false), "releases 101 of 400 promised lines");
    }

    private void assertRefused(String... told) throws IOException {
        assertRefused(request(SECOND), told);
    }

    private void assertRefused(NightRequest request, String... told) throws IOException {
        List<String> before = data();
        assertThat(catchProblem(request))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContainingAll(told)
                .extracting(ProblemText::line, as(InstanceOfAssertFactories.STRING))
                .endsWith("; send whole feeds, or if this is right, run again with " + OPTION);
        assertThat(data()).isEqualTo(before);
        assertThat(nightfill.jdbc().queryForList("""
                                select run_id from staged_line
                                union select run_id from staged_batch
                                union select run_id from read_lines
                                union select loaded_run from order_line
                                    join run on run.id = loaded_run and state in ('LOADING', 'DISCARDED')
                                """)).isEmpty();
        assertThat(nightfill.home().resolve("refused/" + request.date())).doesNotExist();
        assertThat(nightfill
                        .output()
                        .resolve(request.date().toString())
                        .resolve("run-" + (request.correction() ? 2 : 1)))
                .doesNotExist();
    }

    private Problem catchProblem(NightRequest request) {
        try {
            nightfill.run(request);
            throw new AssertionError("the night was not refused");
        } catch (Problem problem) {
            return problem;
        }
    }

    private List<String> data() {
        return Stream.concat(
                        DATA.stream()
                                .map(table ->
                                        "select count(*) || ' ' || coalesce(sum(hashtext(%1$s::text)), 0) || ' %2$s' from %2$s %1$s"
                                                .formatted(table.replace("undone.", "was_"), table)),
                        Stream.of("select string_agg(run::text, ' ' order by id) from run where state <> 'DISCARDED'"))
                .map(query -> nightfill.jdbc().queryForObject(query, String.class))
                .toList();
    }

    private List<String> warnings(NightRequest request) throws IOException {
        return nightfill
                .useCases()
                .folders()
                .at(request.output())
                .summary(nightfill.run(request).run())
                .warnings();
    }

    private NightRequest request(LocalDate date) {
        return nightfill.request(date, false, false);
    }

    private NightRequest ordered(LocalDate date) {
        return new NightRequest(
                date,
                nightfill.input(),
                nightfill.output(),
                new Terms("", Set.of(Acceptance.SHRUNK_FEEDS), false),
                false,
                Attempt.PLAIN);
    }

    private void bring(LocalDate date, int first, int lines) throws IOException {
        nightfill.arrive(date, feeds("b9,S9,9,2026-12-24\n", rows(first, first + lines, ShrunkFeedsIT::line)));
    }

    /** Takes what that many batches hold. */
    private static String cut(int batches) {
        return cut(0, batches);
    }

    private static String cut(int from, int to) {
        return rows(from, to, it -> "b%d,S%d,1,2026-12-24".formatted(it, it));
    }

    private static String line(int number) {
        return "%d,1,S%d,2".formatted(number, number);
    }

    private static Map<String, String> feeds(String batches, String lines) {
        return Map.of("batches.csv", BATCHES + batches, "order_lines.csv", LINES + lines);
    }

    private static Map<String, String> with(Map<String, String> feeds, String name, String lines) {
        return Stream.concat(feeds.entrySet().stream(), Stream.of(Map.entry(name, LINES + lines)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String rows(int from, int to, IntFunction<String> row) {
        return IntStream.range(from, to).mapToObj(row).map(it -> it + "\n").collect(Collectors.joining());
    }
}
