package nightfill.samples;

import static nightfill.samples.SampleReports.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.RejectReason;
import nightfill.frictionless.Conformity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The pages are followed once, command by command; what that leaves is looked at here. */
class SampleDataIT {

    private static final List<String> NIGHTS = SampleReports.NIGHTS;
    private static final List<String> WORKED_OUT =
            List.of("allocations.csv", "unallocated.csv", "released.csv", "promises.csv", "stock.csv", "rejects.csv");
    private static final List<Arguments> SHOWN = new ArrayList<>();

    @TempDir
    private static Path checkout = Path.of("");

    private static Newcomer newcomer;
    private static SampleReports reports;

    @BeforeAll
    static void follow_the_pages() throws IOException {
        newcomer = new Newcomer(checkout);
        reports = newcomer.reports();
        for (Page.Step step : Manual.steps().toList()) {
            SHOWN.add(Arguments.of(step, newcomer.types(step.command())));
        }
    }

    @AfterAll
    static void leave() {
        newcomer.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SHOWN")
    void the_pages_show_what_is_printed(Page.Step step, String printed) {
        assertThat(Page.Step.timeless(printed)).isEqualTo(Page.Step.timeless(step.output()));
    }

    @Test
    void every_row_that_the_pages_quote_is_in_a_feed_or_report() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.walk(newcomer.checkout())) {
            files.filter(file -> file.toString().endsWith(".csv")).forEach(file -> rows.addAll(lines(file)));
        }
        assertThat(Manual.PAGES.stream().flatMap(Page::quotedRows).toList())
                .isNotEmpty()
                .isSubsetOf(rows);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reports")
    void a_report_is_as_worked_out_by_hand(String night, String report) {
        assertThat(reports.rows(night, report))
                .isEqualTo(lines(Path.of("src/test/resources/sample-data", night, report)));
    }

    static Stream<Arguments> reports() {
        return NIGHTS.stream().flatMap(night -> WORKED_OUT.stream().map(report -> Arguments.of(night, report)));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            2026-11-18 | allocations.csv | 9001,1,CHAIR-OAK,4,PO-1001-1,            | warehouse stock goes first
            2026-11-18 | allocations.csv | 9002,1,CHAIR-OAK,30,PO-1007-1,2026-12-04 | then the earliest ETA
            2026-11-18 | allocations.csv | 9007,1,RUG-WOOL,4,PO-1010-1,2026-11-24   | equal ETAs go by reference
            2026-11-18 | allocations.csv | 9003,1,CHAIR-OAK,12,PO-1012-1,2027-01-15 | a line is never split
            2026-11-18 | unallocated.csv | 9009,1,SOFA-GREY,4,NO_SINGLE_BATCH,2026-11-18 | nor when only several batches have enough
            2026-11-18 | allocations.csv | 9010,1,SOFA-GREY,2,PO-1004-1,            | a line that does not fit does not block later ones
            2026-11-18 | allocations.csv | 8810,1,LAMP-BRASS,4,PO-1003-1,           | lines of opening allocations are the oldest
            2026-11-19 | allocations.csv | 9015,1,STOOL-BIRCH,6,PO-1014-1,2026-12-08 | open lines of earlier nights come first
            2026-11-19 | unallocated.csv | 9101,2,STOOL-BIRCH,20,SHORT,2026-11-19   | and leave less for tonight's
            2026-11-19 | released.csv    | 9004,1,CHAIR-OAK,10,PO-1007-1,BATCH_REDUCED | a cut batch releases its newest lines
            2026-11-19 | allocations.csv | 9004,1,CHAIR-OAK,10,PO-1012-1,2027-01-22 | which take part again in their old place
            2026-11-19 | unallocated.csv | 9014,1,BED-WALNUT,2,SHORT,2026-11-18     | though not always with success
            2026-11-19 | released.csv    | 9011,1,SOFA-GREY,3,PO-1011-1,CANCELLED   | a cancelled line loses its batch
            2026-11-19 | released.csv    | 9111,1,LAMP-BRASS,2,,CANCELLED           | so does one that has none yet
            2026-11-20 | released.csv    | 8801,2,CHAIR-OAK,8,PO-1001-1,BATCH_REDUCED | a dispatched line is never released
            2026-11-20 | stock.csv       | PO-1001-1,CHAIR-OAK,10,,6,4,0            | and keeps its units
            2026-11-20 | stock.csv       | PO-1010-1,RUG-WOOL,5,,5,0,0              | a batch that arrives keeps its lines
            2026-11-20 | unallocated.csv | 9207,1,BOOKCASE-OAK,1,SHORT,2026-11-20   | a batch of nothing is known but short
            """)
    void a_rule_shows(String night, String report, String row, String rule) {
        assertThat(reports.rows(night, report)).as(rule).contains(row);
    }

    @Test
    void a_line_fed_again_is_not_allocated_twice_when_its_batch_is_full() {
        assertThat(lines(Path.of("sample-data/2026-11-19/order_lines.csv"))).contains("9005,1,LAMP-BRASS,6");
        assertThat(reports.rows("2026-11-18", "stock.csv")).contains("PO-1003-1,LAMP-BRASS,10,,10,0,0");
        assertThat(reports.everyRow("allocations.csv").filter(row -> row.startsWith("9005,")))
                .containsExactly("9005,1,LAMP-BRASS,6,PO-1003-1,");
    }

    @Test
    void better_stock_that_comes_later_does_not_move_a_line() {
        assertThat(lines(Path.of("sample-data/2026-11-19/batches.csv"))).contains("PO-1018-1,LAMP-BRASS,20,");
        assertThat(reports.everyRow("allocations.csv").filter(row -> row.startsWith("9006,")))
                .containsExactly("9006,1,LAMP-BRASS,2,PO-1009-1,2026-12-11");
        assertThat(reports.everyRow("released.csv")).noneMatch(row -> row.startsWith("9006,"));
    }

    @Test
    void every_reason_to_reject_a_row_occurs() {
        assertThat(reports.everyRow("rejects.csv")
                        .map(row -> row.split(",", -1)[2])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RejectReason.values()).map(Enum::name).toList());
    }

    @Test
    void every_reason_to_leave_a_line_open_occurs() {
        assertThat(reports.everyRow("unallocated.csv")
                        .map(row -> row.split(",", -1)[4])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ShortageReason.values()).map(Enum::name).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-18 | batches 17=13+1+0+3, order_lines 23=18+1+0+4, allocations 8=4+0+0+4
            2026-11-19 | batches 9=7+1+0+1, order_lines 15=14+1+0+0, dispatches 8=5+1+0+2, cancellations 5=3+1+0+1
            2026-11-20 | batches 8=6+1+0+1, order_lines 14=11+1+0+2, dispatches 5=3+1+0+1, cancellations 4=2+1+0+1
            """)
    void rows_are_applied_duplicate_superseded_or_rejected(String night, String expected) {
        assertThat(reports.feeds(night))
                .hasToString("{" + expected.replace(' ', '=').replace(",=", ", ") + "}");
    }

    @Test
    void warnings_are_told() {
        assertThat(NIGHTS.stream()
                        .flatMap(night -> reports.summary(night).get("warnings").valueStream())
                        .map(JsonNode::stringValue))
                .containsExactly(
                        "order 9002 line 1 is known with other data: 30 of CHAIR-OAK, now also 24 of CHAIR-OAK",
                        "order 9013 line 1 was dispatched from batch PO-1013-1, which is still at sea (ETA 2026-12-09)",
                        "order 9016 line 1 is known without a line number: 2 of SHELF-PINE; it is now promised twice,"
                                + " unless one is cancelled",
                        "purchasing-notes.txt is not a feed and was ignored",
                        "order 9017 line 1 was dispatched from batch PO-1008-1, which is still at sea (ETA 2026-11-19)");
    }

    @ParameterizedTest
    @FieldSource("NIGHTS")
    void the_books_balance(String night) {
        assertThat(reports.rows(night, "control-totals.csv").stream().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.endsWith(",OK"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("reports")
    void python_works_out_the_control_totals_of_a_report(String night, String report) throws IOException {
        Files.writeString(checkout.resolve("recipe.py"), Manual.FINANCE.block("python"));

        String printed = newcomer.types(
                "python3 recipe.py '%s'".formatted(reports.of(night).resolve(report)));

        assertThat(printed).isEqualTo(reports.totals(night, report, "rows %s qty %s\nhash total %s"));
    }

    @ParameterizedTest
    @FieldSource("NIGHTS")
    void postgresql_works_out_the_control_totals_of_an_import(String night) throws Exception {
        assertThat(newcomer.imports(
                        reports.of(night).resolve("allocations.csv"),
                        Manual.FINANCE.block("sql").split(";")))
                .isEqualTo(reports.totals(night, "allocations.csv", "%s %s %s"));
    }

    @ParameterizedTest
    @FieldSource("NIGHTS")
    void the_reports_are_what_the_data_package_says(String night) throws IOException {
        assertThat(Conformity.faults(reports.of(night))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NIGHTS")
    void the_manifest_is_accepted(String night) throws IOException {
        assertThat(newcomer.types("cd %s && sha256sum -c --strict MANIFEST.sha256".formatted(reports.of(night))))
                .contains("allocations.csv: OK", "summary.json: OK")
                .doesNotContain("FAILED", "WARNING");
    }
}
