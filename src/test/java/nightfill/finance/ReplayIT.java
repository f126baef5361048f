package nightfill.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Sampled;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A finished night worked out again, and what it tells of data and reports that somebody touched. */
class ReplayIT extends InstalledNightfill {

    /** On Saturday lines are loaded, released, cancelled, dispatched, allocated and left open, and rows are rejected. */
    private void runTwoNights() {
        nightfill.arrive(FRIDAY, "batches.csv", BATCHES, "B1,CHAIR,10,", "B2,CHAIR,5,2026-12-01", "B3,LAMP,4,");
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "A,1,CHAIR,4", "B,1,CHAIR,4", "C,1,LAMP,3", "D,1,LAMP,2");
        nightfill.run(FRIDAY).with(0);
        nightfill.arrive(
                SATURDAY, "batches.csv", BATCHES, "B1,CHAIR,6,", "B3,LAMP,4,", "B4,DESK,1,2026-12-24", "B3,SOFA,1,");
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "E,1,DESK,1", "F,1,VASE,1", "=,1,VASE,1", "A,1,CHAIR,4");
        nightfill.arrive(SATURDAY, "dispatches.csv", LINES, "A,1,CHAIR,4");
        nightfill.arrive(SATURDAY, "cancellations.csv", LINES, "C,1,LAMP,3", "X,1,LAMP,3");
        nightfill.run(SATURDAY).with(0);
    }

    @Test
    void a_night_that_nobody_touched_gives_the_same_again_whatever_came_later() {
        runTwoNights();
        nightfill.arriveMixed(SUNDAY);
        nightfill.run(SUNDAY).with(0);

        for (String date : new String[] {FRIDAY, SATURDAY, SUNDAY}) {
            assertThat(nightfill.nightfill("replay", "--date", date).with(0).out())
                    .contains(date + " run 1: ", "the same rows in 6 reports")
                    .doesNotContain("difference");
        }
    }

    @Soak
    @Test
    void the_run_that_stands_is_replayed() {
        runTwoNights();
        nightfill.arrive(SATURDAY, "order_lines.csv", LINES, "E,1,DESK,1");
        nightfill.run(SATURDAY, "--correction").with(0);

        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(0).out())
                .contains("2026-11-21 run 2: 8 rows");
    }

    @ParameterizedTest
    @Sampled(
            first = 4,
            of = {
                "update standing_allocation set batch_id = (select id from batch where reference = 'B1')"
                        + " where line_id = (select id from line where order_id = 'B')"
                        + "| difference: allocated: the data have B,1,CHAIR,4,B1, the replay has not",
                "update decided set reasons = array_replace(reasons, 'UNKNOWN_SKU', 'SHORT') where run_id = 2"
                        + ""
                        + "| difference: left open: the data have F,1,VASE,1,SHORT, the replay has not",
                "update decided set open_lines = open_lines[2:], reasons = reasons[2:] where run_id = 2"
                        + ""
                        + "| difference: left open: the replay has F,1,VASE,1,UNKNOWN_SKU, the data have not",
                "update ended_allocation set cause = 'CANCELLED' where cause = 'BATCH_REDUCED'"
                        + "| difference: released: the data have B,1,CHAIR,4,B1,CANCELLED, the replay has not",
                "update standing_allocation set dispatched_run = null"
                        + "| difference: dispatched: the replay has A,1,CHAIR,4,B1, the data have not",
                "update line set cancelled_run = null where order_id = 'C'"
                        + "| difference: cancelled: the replay has C,1,LAMP,3, the data have not",
                "update line set order_id = 'G' where order_id = 'F'"
                        + "| difference: loaded: the data have 6,G,1,VASE,1, the replay has not",
                "update batch_value set eta = null where eta = '2026-12-24'"
                        + "| difference: batch purchased: the data have B4,1,, the replay has not",
                "update batch set reference = 'B5' where reference = 'B4'"
                        + "| difference: batch made known: the data have B5,DESK, the replay has not",
                "delete from batch_unchanged" + "| difference: batch unchanged: the replay has B3, the data have not",
                "update reject set reason = 'QUANTITY' where reason = 'UNKNOWN_LINE'"
                        + "| difference: rejected: the data have cancellations.csv,2,QUANTITY,X,1,LAMP,3, the replay has not",
                "update accepted_feed set duplicate = 0, applied = 1 + applied where run_id = 2 and feed = 'order_lines'"
                        + "| difference: counted: the data have order_lines.csv,4,3,0,0,1, the replay has not",
                "update reject set detail = 'no reason' where reason = 'UNKNOWN_LINE'"
                        + "| rejects.csv: row 3 is cancellations.csv,3,UNKNOWN_LINE,no such order line is known,X,1,LAMP,3, the data show",
            })
    void data_that_were_touched_are_named(String touch, String difference) throws SQLException {
        runTwoNights();
        execute(touch);

        Ended ended = nightfill.nightfill("replay", "--date", SATURDAY).with(8);

        assertThat(ended.out()).contains(difference);
        assertThat(ended.error()).contains("2026-11-21 run 1, replayed, differs", "call support");
    }

    @ParameterizedTest
    @Sampled(
            first = 2,
            of = {
                "allocations.csv | E,1,DESK,1,B4,2026-12-24 | E,1,DESK,1,B4,2026-12-25",
                "unallocated.csv | UNKNOWN_SKU | SHORT",
                "released.csv | BATCH_REDUCED | CANCELLED",
                "promises.csv | DELAYED | EARLIER",
                "stock.csv | B1,CHAIR,6,,0,4,2 | B1,CHAIR,6,,0,4,3",
                "rejects.csv | no such order line | such an order line",
            })
    void reports_that_were_touched_are_named(String report, String value, String other) throws IOException {
        runTwoNights();
        Path file = nightfill.reports("2026-11-21/run-1").resolve(report);
        String text = Files.readString(file);
        assertThat(text).contains(value);
        Files.writeString(file, text.replace(value, other));

        Ended ended = nightfill.nightfill("replay", "--date", SATURDAY).with(8);

        assertThat(ended.out().lines()).singleElement().asString().contains(file + ": row ", other, value);
    }

    @Test
    void rows_that_are_missing_or_too_many_in_a_report_are_named() throws IOException {
        runTwoNights();
        Path file = nightfill.reports("2026-11-21/run-1").resolve("stock.csv");
        String text = Files.readString(file);

        Files.writeString(file, text + "B9,DESK,1,,0,0,1\r\n");
        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(8).out())
                .contains("stock.csv: row 5 is B9,DESK,1,,0,0,1, the replay shows none");
        Files.writeString(file, text.substring(0, text.indexOf('\n') + 1));
        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(8).out())
                .contains("stock.csv: row 1 is absent, the replay shows B1,CHAIR,6,,0,4,2");
        Files.delete(file);
        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(8).out())
                .contains("stock.csv: cannot be read", "missing");
    }

    @Test
    void without_its_kept_feeds_no_night_can_be_replayed() throws IOException {
        runTwoNights();
        Path kept = nightfill.home().resolve("feeds/2026-11-21/run-1/batches.csv");

        Files.writeString(kept, "ref,sku,qty,eta\n");
        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(3).error())
                .contains(kept.toString(), "is not the feed that 2026-11-21 run 1 accepted");
        Files.delete(kept);
        assertThat(nightfill.nightfill("replay", "--date", SATURDAY).with(3).error())
                .contains(kept.toString(), "is gone");
    }

    @Soak
    @Test
    void without_its_reports_no_night_can_be_replayed() {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);

        assertThat(nightfill
                        .nightfill(
                                "replay",
                                "--date",
                                FRIDAY,
                                "--output",
                                root.resolve("elsewhere").toString())
                        .with(3)
                        .error())
                .contains(root.resolve("elsewhere/2026-11-20/run-1").toString(), "missing", "--output");
    }

    @Soak
    @Test
    void only_a_finished_night_can_be_replayed() {
        assertThat(nightfill.nightfill("replay", "--date", SUNDAY).with(3).error())
                .contains("2026-11-22 is not finished");
    }
}
