package nightfill.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.figures.ControlTotal;
import nightfill.application.figures.Tally;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ControlTotalsTest {

    /** One figure that is wrong by one, and the check that finds it. */
    private static final String WRONG_FIGURES = """
            batches.rows > batches: rows read = applied + duplicate + superseded + rejected
            batches.applied > batches: rows read = applied + duplicate + superseded + rejected
            batches.duplicate > batches: rows read = applied + duplicate + superseded + rejected
            batches.superseded > batches: rows read = applied + duplicate + superseded + rejected
            batches.told > batches: units of rows applied = units in effect
            order_lines.inEffect > order_lines: units of rows applied = units in effect
            order_lines.rows > order_lines: rows read = applied + duplicate + superseded + rejected
            loaded lines > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (lines)
            loaded units > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (units)
            releasedByReduction lines > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (lines)
            releasedByReduction units > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (units)
            leftWithoutBatch lines > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (lines)
            leftWithoutBatch units > open before + loaded + released by reduction = allocated + still open + cancelled while open + left without batch (units)
            unknownSku lines > still open = unallocated for any reason (lines)
            unknownSku units > still open = unallocated for any reason (units)
            short lines > still open = unallocated for any reason (lines)
            noSingleBatch units > still open = unallocated for any reason (units)
            allocatedAfter lines > allocated before + allocated - released - dispatched = allocated after (lines)
            allocatedAfter units > allocated before + allocated - released - dispatched = allocated after (units)
            dispatchedAfter lines > dispatched before + dispatched = dispatched after (lines)
            dispatchedAfter units > dispatched before + dispatched = dispatched after (units)
            promisesKept lines > allocated before = promises kept + changed + cancelled + dispatched (lines)
            promisesKept units > allocated before = promises kept + changed + cancelled + dispatched (units)
            promisesCancelled lines > allocated before = promises kept + changed + cancelled + dispatched (lines)
            promisesCancelled units > allocated before = promises kept + changed + cancelled + dispatched (units)
            promisesDispatched lines > allocated before = promises kept + changed + cancelled + dispatched (lines)
            promisesDispatched units > allocated before = promises kept + changed + cancelled + dispatched (units)
            stockAdded lines > purchased before + new +- changed = purchased after (lines)
            stockAdded units > purchased before + new +- changed = purchased after (units)
            stockChanged units > purchased before + new +- changed = purchased after (units)
            batchesBelowZero > no batch below zero
            linesInTwoBatches > no line in two batches
            previousOpen lines > opening of open lines = previous unallocated.csv (lines)
            previousOpen units > opening of open lines = previous unallocated.csv (units)
            previousStock lines > opening of stock = previous stock.csv (lines)
            previousStock units > opening of stock = previous stock.csv (units)
            previousAllocated units > opening of allocated units = previous stock.csv
            previousDispatched units > opening of dispatched units = previous stock.csv
            allocations.csv lines > allocations.csv: rows
            allocations.csv units > allocations.csv: sum of qty
            allocations.csv hash total > allocations.csv: hash total
            unallocated.csv lines > unallocated.csv: rows
            unallocated.csv units > unallocated.csv: sum of qty
            unallocated.csv hash total > unallocated.csv: hash total
            released.csv lines > released.csv: rows
            released.csv units > released.csv: sum of qty
            released.csv hash total > released.csv: hash total
            promises.csv lines > promises.csv: rows
            promises.csv units > promises.csv: sum of qty
            promises.csv hash total > promises.csv: hash total
            stock.csv lines > stock.csv: rows
            stock.csv units > stock.csv: sum of qty
            stock.csv hash total > stock.csv: hash total
            rejects.csv lines > rejects.csv: rows
            rejects.csv hash total > rejects.csv: hash total
            """;

    @Test
    void a_night_that_balances_has_no_differences() {
        assertThat(new Figures().controlTotals().differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongFigures")
    void a_wrong_figure_is_found_by_its_check_and_by_no_other(String figure, String check) {
        assertThat(new Figures().with(figure).controlTotals().differences())
                .extracting(ControlTotal::name)
                .containsExactly(check);
    }

    @Test
    void each_check_has_been_seen_to_differ() {
        Set<String> seen =
                wrongFigures().map(wrong -> wrong.get()[1].toString()).collect(Collectors.toSet());
        assertThat(new Figures().controlTotals().checks())
                .extracting(ControlTotal::name)
                .doesNotHaveDuplicates()
                .filteredOn(name -> !name.startsWith("order_lines: "))
                .allSatisfy(name -> assertThat(seen).contains(name));
    }

    @ParameterizedTest
    @MethodSource("figuresOfSeveralChecks")
    void no_figure_can_be_wrong_unseen(String figure) {
        assertThat(new Figures().with(figure).controlTotals().differences()).isNotEmpty();
    }

    @Test
    void a_check_is_told_with_what_was_expected_and_what_was_counted() {
        assertThat(new ControlTotal("lines", "7", "7").row()).containsExactly("lines", "7", "7", "OK");
        assertThat(new ControlTotal("lines", "7", "8").row()).containsExactly("lines", "7", "8", "DIFFERENT");
    }

    @Test
    void a_hash_total_has_no_more_digits_than_any_program_keeps() {
        String hashTotal = "24363000000000488676";
        assertThat(hashTotals(Rules.TWO, hashTotal, hashTotal)).contains("488676");
        assertThat(hashTotals(Rules.TWO, "1" + hashTotal, "2" + hashTotal)).contains("488676");
        assertThat(hashTotals(Rules.TWO, "999999999999999", "1000000000000000"))
                .containsExactly("999999999999999", "0");
        assertThat(hashTotals(Rules.ONE, hashTotal, hashTotal)).contains(hashTotal);
    }

    private static List<String> hashTotals(Rules rules, String expected, String actual) {
        Figures figures = new Figures();
        ControlTotals controls = new ControlTotals(figures.totals(), figures.feeds(), rules);
        controls.report(Report.STOCK, expected, new Contents(Tally.NONE, actual));
        ControlTotal last = controls.checks().get(controls.checks().size() - 1);
        return List.of(last.expected(), last.actual());
    }

    @Test
    void rows_of_several_feeds_are_rejected_into_one_report() {
        assertThat(new Figures().controlTotals().checks()).contains(new ControlTotal("rejects.csv: rows", "4", "4"));
    }

    @Test
    void a_feed_that_did_not_come_has_no_check() {
        assertThat(new Figures().controlTotals().checks())
                .extracting(ControlTotal::name)
                .noneMatch(name -> name.startsWith("dispatches"));
    }

    static Stream<Arguments> wrongFigures() {
        return WRONG_FIGURES.lines().map(line -> Arguments.of((Object[]) line.split(" > ", 2)));
    }

    static Stream<String> figuresOfSeveralChecks() {
        return Stream.of(
                        "openBefore",
                        "cancelledWhileOpen",
                        "dispatched",
                        "released",
                        "allocated",
                        "openAfter",
                        "allocatedBefore",
                        "dispatchedBefore",
                        "promisesChanged",
                        "stockBefore",
                        "stockAfter")
                .flatMap(figure -> Stream.of(figure + " lines", figure + " units"));
    }
}
