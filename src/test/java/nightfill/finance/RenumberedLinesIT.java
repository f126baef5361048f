package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.adapter.cli.text.ProblemText;
import nightfill.application.night.Attempt;
import nightfill.application.night.NightRequest;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Problems;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A shop that numbers its lines anew, or sends a change as another line, is told before goods are promised twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RenumberedLinesIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 18);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final String BATCHES = "ref,sku,qty,eta\nB1,CHAIR,900,\n";
    private static final String PLAIN = "orderid,sku,qty\n";
    private static final String NUMBERED = "orderid,line,sku,qty\n";

    private TestNightfill nightfill;

    @BeforeAll
    void start(@TempDir Path directory) {
        nightfill = new TestNightfill(directory, 5000);
    }

    @AfterAll
    void close() {
        nightfill.close();
    }

    @BeforeEach
    void empty() throws IOException {
        nightfill.empty();
    }

    @Test
    void lines_that_gain_numbers_are_refused_where_they_are_many_and_leave_nothing() throws IOException {
        run(PLAIN + lines(40, "%d,CHAIR,5"::formatted));
        arrive(SECOND, NUMBERED + lines(40, "%d,1,CHAIR,5"::formatted));

        assertThat(ProblemText.line(Problems.of(Kind.REFUSED, () -> nightfill.run(SECOND, false))))
                .contains("40 of 40 new lines are known under other line numbers", "without a line number: 5 of CHAIR")
                .endsWith("or if this is right, run again with --accept-renumbered");
        assertThat(count("line")).isEqualTo(40);

        assertThat(warnings(accepting()))
                .containsExactly(
                        "order_lines.csv: 40 of 40 new lines are known under other line numbers (limit 25 %), the"
                                + " first: order 0 line 1 is known without a line number: 5 of CHAIR; accepted");
        assertThat(nightfill
                        .jdbc()
                        .queryForList("select accepted::text from run where accept_renumbered", String.class))
                .containsExactly("{RENUMBERED}");
        assertThat(count("line")).isEqualTo(80);
    }

    @Test
    void lines_that_lose_their_numbers_or_get_others_are_refused_as_well() throws IOException {
        run(NUMBERED + lines(20, "%d,1,CHAIR,5"::formatted));
        for (String feed :
                List.of(PLAIN + lines(20, "%d,CHAIR,5"::formatted), NUMBERED + lines(20, "%d,2,CHAIR,5"::formatted))) {
            arrive(SECOND, feed);
            Problems.of(Kind.REFUSED, () -> nightfill.run(SECOND, false));
        }
    }

    @Test
    void a_few_are_warnings_one_each() throws IOException {
        run(PLAIN + "1001,CHAIR,5\n1001,TABLE,1\n1002,CHAIR,2\n");
        arrive(SECOND, NUMBERED + "1001,1,CHAIR,5\n1001,2,TABLE,1\n1002,1,CHAIR,2\n");

        assertThat(warnings(nightfill.request(SECOND, false, false)))
                .containsExactly(
                        "order 1001 line 1 is known without a line number: 5 of CHAIR; it is now promised twice, unless one is"
                                + " cancelled",
                        "order 1001 line 2 is known without a line number: 1 of TABLE; it is now promised twice, unless one is"
                                + " cancelled",
                        "order 1002 line 1 is known without a line number: 2 of CHAIR; it is now promised twice, unless one is"
                                + " cancelled");
    }

    @Test
    void whoever_cancels_the_earlier_lines_in_the_same_night_hears_nothing() throws IOException {
        run(PLAIN + lines(40, "%d,CHAIR,5"::formatted));
        arrive(SECOND, NUMBERED + lines(40, "%d,1,CHAIR,5"::formatted));
        Files.writeString(
                nightfill.input().resolve(SECOND + "/cancellations.csv"), PLAIN + lines(40, "%d,CHAIR,5"::formatted));

        assertThat(warnings(nightfill.request(SECOND, false, false))).isEmpty();
    }

    @Test
    void a_correction_is_not_compared_with_the_run_that_it_replaces() throws IOException {
        run(PLAIN + lines(40, "%d,CHAIR,5"::formatted));
        arrive(FIRST, NUMBERED + lines(40, "%d,1,CHAIR,5"::formatted));

        assertThat(warnings(nightfill.request(FIRST, true, false))).isEmpty();
    }

    @Test
    void a_line_without_a_number_that_is_known_with_another_quantity_is_pointed_out() throws IOException {
        run(PLAIN + lines(12, "%d,CHAIR,5"::formatted) + "77,CHAIR,1\n78,CHAIR,1\n");
        arrive(
                SECOND,
                PLAIN + lines(12, "%d,CHAIR,6"::formatted)
                        + "77,CHAIR,1\n77,TABLE,1\n78,CHAIR,2\n79,CHAIR,1\n79,CHAIR,2\n");
        Files.writeString(nightfill.input().resolve(SECOND + "/cancellations.csv"), PLAIN + "78,CHAIR,1\n");

        assertThat(warnings(nightfill.request(SECOND, false, false)))
                .singleElement()
                .asString()
                .startsWith("12 new lines are known with another quantity")
                .contains("order 9 without a line number: 6 of CHAIR, known without a line number with 5, and 2 more");
    }

    @Test
    void lines_that_come_again_although_they_were_dispatched_are_counted_and_the_first_ten_named() throws IOException {
        run(PLAIN + lines(12, "%d,CHAIR,5"::formatted) + "77,CHAIR,1\n78,CHAIR,990\n");
        arrive(SECOND, PLAIN);
        Files.writeString(
                nightfill.input().resolve(SECOND + "/dispatches.csv"),
                PLAIN + lines(12, "%d,CHAIR,5"::formatted) + "78,CHAIR,990\n");
        nightfill.run(SECOND, false);
        arrive(SECOND.plusDays(1), PLAIN + "78,CHAIR,990\n" + lines(12, "%d,CHAIR,5"::formatted) + "77,CHAIR,1\n");

        assertThat(warnings(nightfill.request(SECOND.plusDays(1), false, false)))
                .singleElement()
                .asString()
                .startsWith(
                        "13 rows of order_lines.csv equal lines that were dispatched, and change nothing: order 78 (990 of"
                                + " CHAIR), order 0 (5 of CHAIR)")
                .endsWith("order 8 (5 of CHAIR), and 3 more");
    }

    private void run(String lines) throws IOException {
        arrive(FIRST, lines);
        nightfill.run(FIRST, false);
    }

    private void arrive(LocalDate date, String lines) throws IOException {
        nightfill.arrive(date, Map.of("batches.csv", BATCHES, "order_lines.csv", lines));
    }

    private NightRequest accepting() {
        return new NightRequest(
                SECOND,
                nightfill.input(),
                nightfill.output(),
                new Terms("", Set.of(Acceptance.RENUMBERED), false),
                false,
                Attempt.PLAIN);
    }

    private List<String> warnings(NightRequest request) throws IOException {
        return nightfill
                .useCases()
                .folders()
                .at(request.output())
                .summary(nightfill.run(request).run())
                .warnings();
    }

    private int count(String table) {
        return nightfill.jdbc().queryForList("select 1 from " + table).size();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).map(it -> it + "\n").collect(Collectors.joining());
    }
}
