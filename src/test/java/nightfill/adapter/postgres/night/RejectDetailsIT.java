package nightfill.adapter.postgres.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.application.night.PortNight;
import nightfill.application.report.Report;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rejected rows say of lines and batches that are known. */
class RejectDetailsIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final Terms FORMER = new Terms("", Set.of(), true, Rules.ONE, Purchasing.FORMER);

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the same number and SKU before the same number, that before the same SKU, then by quantity, then by turn
                    1,2,CHAIR,9  | line 2 is known with 5 of CHAIR, line 2 with 9 of TABLE, line 1 with 5 of CHAIR, and 2 more lines
                    1,2,LAMP,9   | line 2 is known with 9 of TABLE, line 2 with 5 of CHAIR, line 3 with 7 of LAMP, and 2 more lines
                    1,7,TABLE,7  | without a line number is known with 8 of TABLE, line 2 with 9 of TABLE, line 3 with 7 of LAMP, and 2 more lines
                    1,,CHAIR,1   | without a line number is known with 8 of TABLE, line 1 with 5 of CHAIR, line 2 with 5 of CHAIR, and 2 more lines
                    1,,SOFA,6    | without a line number is known with 8 of TABLE, line 1 with 5 of CHAIR, line 2 with 5 of CHAIR, and 2 more lines
                    # up to three are all that there are
                    2,1,CHAIR,3  | line 1 is known with 2 of CHAIR
                    3,1,CHAIR,3  | line 1 is known with 2 of CHAIR (cancelled), line 2 with 2147483647 of CHAIR, line 4 with 1 of LAMP
                    """)
    void a_row_about_a_line_that_nobody_knows_says_which_its_order_has(String row, String known) {
        night(FRIDAY)
                .with(
                        Feed.ORDER_LINES,
                        "1,1,CHAIR,5",
                        "1,2,CHAIR,5",
                        "1,2,TABLE,9",
                        "1,,TABLE,8",
                        "1,3,LAMP,7",
                        "2,1,CHAIR,2",
                        "3,1,CHAIR,2",
                        "3,2,CHAIR,2147483647",
                        "3,4,LAMP,1")
                .with(Feed.CANCELLATIONS, "3,1,CHAIR,2")
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.DISPATCHES, row, "9,1,CHAIR,1")
                .with(Feed.CANCELLATIONS, "9,1,CHAIR,1", row)
                .takeEffect();
        String detail = "order %s %s".formatted(row.substring(0, 1), known);
        assertThat(details(run))
                .containsExactly(detail, "no such order line is known", "no such order line is known", detail);
    }

    @Test
    void of_very_many_lines_the_last_hundred_are_looked_at_and_those_of_its_number() {
        night(FRIDAY)
                .with(
                        Feed.ORDER_LINES,
                        IntStream.rangeClosed(1, 120)
                                .boxed()
                                .flatMap(line -> Stream.of("1,%1$d,CHAIR,%1$d", "2,,CHAIR,%d")
                                        .map(row -> row.formatted(line)))
                                .toArray(String[]::new))
                .finish();
        Run run = night(SATURDAY)
                .with(Feed.DISPATCHES, "1,3,LAMP,1", "1,,CHAIR,1", "2,,LAMP,1")
                .takeEffect();
        assertThat(details(run))
                .containsExactly(
                        "order 1 line 3 is known with 3 of CHAIR, line 21 with 21 of CHAIR, line 22 with 22 of CHAIR, and 117"
                                + " more lines",
                        "order 1 line 21 is known with 21 of CHAIR, line 22 with 22 of CHAIR, line 23 with 23 of CHAIR, and 117"
                                + " more lines",
                        "order 2 without a line number is known with 21 of CHAIR, without a line number with 22 of CHAIR, without a"
                                + " line number with 23 of CHAIR, and 117 more lines");
    }

    @Test
    void a_row_about_a_known_batch_says_what_it_keeps() {
        night(FRIDAY)
                .with(
                        Feed.BATCHES,
                        "B-1,CHAIR,10,",
                        "B-2,LAMP,10,2026-12-01",
                        "B-3,SOFA,10,unknown",
                        "B-4,RUG,10,",
                        "B-5,BED,10,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,4", "1,2,CHAIR,3", "2,1,LAMP,2", "3,1,SOFA,1")
                .finish();
        Run run = night(SATURDAY)
                .with(
                        Feed.BATCHES,
                        "B-1,CHAIR,3,",
                        "B-2,LAMP,x,",
                        "B-3,TABLE,9,",
                        "B-4,RUG,1,",
                        "B-4,RUG,2,",
                        "B-5,BED,9",
                        "B-5,BED,8,",
                        "B-6,DESK,x,")
                .with(Feed.DISPATCHES, "1,1,CHAIR,4")
                .with(Feed.CANCELLATIONS, "2,1,LAMP,2")
                .takeEffect();
        assertThat(details(run))
                .containsExactly(
                        "units dispatched from the batch: 4" + kept("10 units, in the warehouse", 3),
                        "qty is not a whole number from 0 to 2147483647: x" + kept("10 units, ETA 2026-12-01", 0),
                        "the batch is known under SKU SOFA" + kept("10 units, ETA unknown", 1),
                        "rows of this feed differ about the batch: lines 5, 6" + kept("10 units, in the warehouse", 0),
                        "rows of this feed differ about the batch: lines 5, 6" + kept("10 units, in the warehouse", 0),
                        "3 fields, the header has 4",
                        "qty is not a whole number from 0 to 2147483647: x");
    }

    private static String kept(String values, int promised) {
        return "; the batch keeps its former values: %s; units of it promised: %d".formatted(values, promised);
    }

    @Test
    void by_the_first_rules_neither_is_said() {
        night(FRIDAY)
                .with(Feed.BATCHES, "B-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,4")
                .finish();
        Run run = night(SATURDAY)
                .on(FORMER)
                .with(Feed.BATCHES, "B-1,SOFA,10,")
                .with(Feed.DISPATCHES, "1,1,CHAIR,3")
                .takeEffect();
        assertThat(details(run)).containsExactly("the batch is known under SKU CHAIR", "no such order line is known");
    }

    private static PortNight night(LocalDate date) {
        return new PortNight(DATABASE.ports(), date);
    }

    private static List<String> details(Run run) {
        List<String> details = new ArrayList<>();
        DATABASE.ports().reports().forEachRow(run, Report.REJECTS, row -> details.add(row.get(3)));
        return details;
    }
}
