package nightfill.adapter.files.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import nightfill.application.figures.Tally;
import nightfill.application.report.Contents;
import nightfill.application.report.Report;
import org.junit.jupiter.api.Test;

/** The hash totals were worked out by another program. */
class ContentSumsTest {

    private static final List<String> PLAIN = List.of("O1", "1", "CHAIR", "4", "B1", "");
    private static final List<String> STRANGE = List.of("Ö2", "", "a,\"b\"", "2147483647", "B\u2028", "");

    @Test
    void a_report_without_rows_sums_up_to_nothing() {
        assertThat(of(Report.ALLOCATIONS, List.of())).isEqualTo(new Contents(Tally.NONE, "0"));
    }

    @Test
    void rows_units_and_hashes_are_summed_up() {
        assertThat(of(Report.ALLOCATIONS, List.of(PLAIN)))
                .isEqualTo(new Contents(new Tally(1, 4), "353475906772411031"));
        assertThat(of(Report.ALLOCATIONS, List.of(PLAIN, STRANGE)))
                .isEqualTo(new Contents(new Tally(2, 2147483651L), "1306017470136904262"));
    }

    @Test
    void the_order_of_the_rows_is_of_no_interest() {
        assertThat(of(Report.ALLOCATIONS, List.of(STRANGE, PLAIN)))
                .isEqualTo(of(Report.ALLOCATIONS, List.of(PLAIN, STRANGE)));
    }

    @Test
    void a_value_in_another_column_is_another_row() {
        assertThat(of(Report.REJECTS, List.of(List.of("a", "b", "", "", ""))).hashTotal())
                .isNotEqualTo(of(Report.REJECTS, List.of(List.of("a", "", "b", "", "")))
                        .hashTotal());
    }

    @Test
    void a_report_without_quantities_has_no_units() {
        assertThat(of(Report.REJECTS, List.of(List.of("f", "2", "DATE", "7", "8")))
                        .tally())
                .isEqualTo(new Tally(1, 0));
    }

    @Test
    void a_sum_grows_beyond_any_machine_number() {
        ContentSums sums = new ContentSums(Report.ALLOCATIONS);
        Collections.nCopies(1000, PLAIN).forEach(sums::add);
        assertThat(sums.contents()).isEqualTo(new Contents(new Tally(1000, 4000), "353475906772411031000"));
    }

    private static Contents of(Report report, List<List<String>> rows) {
        ContentSums sums = new ContentSums(report);
        rows.forEach(sums::add);
        return sums.contents();
    }
}
