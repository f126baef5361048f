package nightfill.application.replay;

import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static nightfill.harness.InMemoryNightfill.OUTPUT;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static nightfill.harness.InMemoryNightfill.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.problem.Problems;
import nightfill.application.report.Report;
import nightfill.application.run.InMemoryDatabase.Books;
import nightfill.application.run.InMemoryDatabase.StoredBatch;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryNightfill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayNightTest {

    private static final Path KEPT = HOME.resolve("feeds/2026-11-21/run-1");
    private static final Path REPORTS = OUTPUT.resolve("2026-11-21/run-1");

    private final InMemoryNightfill nightfill = new InMemoryNightfill();
    private final ReplayNight replayNight = new ReplayNight(
            nightfill.runs,
            nightfill.files,
            nightfill.reader,
            new InMemoryPastNights(nightfill.database),
            nightfill.folders,
            nightfill.database);

    @BeforeEach
    void runNights() {
        nightfill.arrive(FRIDAY, Feed.BATCHES, "PO-1,CHAIR,6,", "PO-2,LAMP,9,2026-12-01", "PO-5,SHELF,1,");
        nightfill.arrive(FRIDAY, Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,CHAIR,3", "3,1,LAMP,4", "4,1,DESK,1");
        nightfill.run(FRIDAY);
        nightfill.arrive(
                SATURDAY,
                Feed.BATCHES,
                "PO-1,CHAIR,4,",
                "PO-2,LAMP,9,",
                "PO-3,DESK,1,2026-12-24",
                "PO-4,DESK,x,",
                "PO-5,SHELF,1,");
        nightfill.arrive(SATURDAY, Feed.ORDER_LINES, "5,1,CHAIR,1", "5,1,CHAIR,1");
        nightfill.arrive(SATURDAY, Feed.DISPATCHES, "1,1,CHAIR,2");
        nightfill.arrive(SATURDAY, Feed.CANCELLATIONS, "3,1,LAMP,4", "9,1,LAMP,4");
        nightfill.run(SATURDAY);
    }

    @Test
    void a_night_that_is_worked_out_again_comes_to_what_it_came_to() {
        Replayed replayed = replay();

        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.run()).isEqualTo(nightfill.runs.finished(SATURDAY).orElseThrow());
        assertThat(replayed.rows()).isEqualTo(10);
        assertThat(replayed.reports()).isEqualTo(Report.values().length - 1);
    }

    @Test
    void later_nights_do_not_matter_nor_is_anything_changed() {
        nightfill.arrive(SUNDAY);
        nightfill.arrive(SUNDAY, Feed.BATCHES, "PO-1,CHAIR,2,", "PO-3,DESK,0,");
        nightfill.run(SUNDAY);
        Books books = nightfill.database.books();
        List<Path> files = nightfill.disk.below(Path.of("/"));

        assertThat(replay().differences()).isEmpty();

        assertThat(nightfill.database.books()).isEqualTo(books);
        assertThat(nightfill.disk.below(Path.of("/"))).isEqualTo(files);
    }

    @Test
    void a_correction_is_replayed_in_place_of_the_run_that_it_replaced() {
        nightfill.arrive(SATURDAY, Feed.BATCHES, "PO-1,CHAIR,5,");
        Run second = nightfill.run(nightfill.correction(SATURDAY)).run();

        assertThat(replay().run()).isEqualTo(second);
        assertThat(replay().differences()).isEmpty();
    }

    @Test
    void an_effect_that_the_data_lack_and_one_too_many_are_told() {
        long run = nightfill.runs.finished(SATURDAY).orElseThrow().id();
        nightfill.database.lines.update(
                line -> line.line().line().orderId().equals("5"), line -> line.allocated("PO-3", run));

        assertThat(replay().differences())
                .contains(
                        "allocated: the data have 5,1,CHAIR,1,PO-3, the replay has not",
                        "allocated: the replay has 5,1,CHAIR,1,PO-1, the data have not");
    }

    @Test
    void of_very_many_differences_a_few_are_named_and_the_others_counted() {
        String[] rows = new String[8];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = "%d,1,CHAIR,1".formatted(100 + row);
        }
        nightfill.arrive(SUNDAY);
        nightfill.arrive(SUNDAY, Feed.ORDER_LINES, rows);
        Run sunday = nightfill.run(SUNDAY).run();
        nightfill.database.lines.delete(line -> line.loadedRun() == sunday.id());
        nightfill.database.shortages.delete(row -> row.run() == sunday.id());

        assertThat(replayNight.replay(SUNDAY, OUTPUT).differences())
                .filteredOn(line -> line.startsWith("loaded"))
                .hasSize(6)
                .last()
                .isEqualTo("loaded: and 3 more");
    }

    @Test
    void a_batch_that_is_not_as_it_was_purchased_is_told() {
        nightfill.database.batches.update(
                batch -> batch.reference().equals("PO-3"),
                batch -> new StoredBatch(batch.id(), "PO-3", "DESK", 7, batch.eta()));

        assertThat(replay().differences())
                .contains("batch purchased: the data have PO-3,7,2026-12-24, the replay has not");
    }

    @ParameterizedTest
    @EnumSource(value = Report.class, names = "CONTROL_TOTALS", mode = EnumSource.Mode.EXCLUDE)
    void a_report_that_was_altered_is_told_by_its_row(Report report) {
        Path file = REPORTS.resolve(report.fileName());
        String text = nightfill.disk.text(file);
        nightfill.disk.write(file, text.substring(0, text.indexOf('\n') + 1));

        assertThat(replay().differences())
                .singleElement()
                .asString()
                .startsWith(file.toString())
                .contains("row 1 is absent");
    }

    @ParameterizedTest
    @CsvSource({
        "'PO-7,VASE,5,2026-12-09', EARLIER",
        "'PO-7,VASE,5,2026-12-11', DELAYED",
        "'PO-7,VASE,5,', ARRIVED",
        "'PO-7,VASE,0,2026-12-10', LOST",
        "'PO-7,VASE,0,2026-12-10|PO-8,VASE,5,2026-12-10', MOVED"
    })
    void each_change_of_a_promise_comes_out_as_it_was_reported(String batches, String change) {
        nightfill.arrive(SUNDAY, Feed.BATCHES, "PO-7,VASE,5,2026-12-10");
        nightfill.arrive(SUNDAY, Feed.ORDER_LINES, "7,1,VASE,2");
        nightfill.run(SUNDAY);
        LocalDate monday = SUNDAY.plusDays(1);
        nightfill.arrive(monday, Feed.BATCHES, batches.split("[|]")).arrive(monday, Feed.ORDER_LINES);
        nightfill.run(monday);

        assertThat(nightfill.disk.text(OUTPUT.resolve("2026-11-23/run-1/promises.csv")))
                .contains(change);
        assertThat(replayNight.replay(monday, OUTPUT).differences()).isEmpty();
    }

    @Test
    void a_report_that_cannot_be_read_is_a_difference_with_its_reason() {
        nightfill.disk.breakDown(REPORTS.resolve("stock.csv"));

        assertThat(replay().differences()).singleElement().asString().contains("stock.csv: cannot be read: disk gone");
    }

    @Test
    void control_totals_are_not_worked_out_again() {
        nightfill.disk.write(REPORTS.resolve("control-totals.csv"), "altered");

        assertThat(replay().differences()).isEmpty();
    }

    @Test
    void a_report_that_was_not_written_then_is_not_compared() {
        nightfill.database.reports.delete(row -> row.name().equals("promises.csv"));

        assertThat(replay().reports()).isEqualTo(Report.values().length - 2);
    }

    @Test
    void a_date_that_is_not_finished_has_nothing_to_replay() {
        nightfill.leaveUnfinished(SUNDAY);

        assertThat(refused(() -> replayNight.replay(SUNDAY, OUTPUT))).hasMessageContaining("2026-11-22");
    }

    @Test
    void feeds_that_are_gone_or_were_altered_are_refused_by_their_hash() throws IOException {
        Path lines = KEPT.resolve("order_lines.csv");
        String accepted = nightfill.disk.sha256(lines);
        nightfill.disk.write(lines, "altered");
        assertThat(refused(this::replay)).hasMessageContaining(lines.toString());

        nightfill.disk.remove(lines);
        assertThat(Problems.said(refused(this::replay))).contains(accepted);
    }

    @Test
    void reports_that_are_missing_are_refused() throws IOException {
        nightfill.disk.remove(REPORTS);

        assertThat(refused(this::replay)).hasMessageContaining(REPORTS.toString());
    }

    @Test
    void feeds_that_cannot_be_read_are_a_failure_that_may_pass() {
        nightfill.disk.breakDown(KEPT);

        assertThat(failed(this::replay)).hasMessageContaining("disk gone");
    }

    private Replayed replay() {
        return replayNight.replay(SATURDAY, OUTPUT);
    }
}
