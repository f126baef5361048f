package nightfill.operator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nightfill.harness.Ended;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused night says why and leaves nothing; with mended feeds it starts over. */
class RefusedNightIT extends InstalledNightfill {

    private static final String THURSDAY = "2026-11-19";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "order_lines.csv | orderid,sku¶O1,CHAIR¶ | order_lines.csv, line 1 | qty",
                "order_lines.csv | orderid,sku,qty,SKU¶O1,CHAIR,1,X¶ | order_lines.csv, line 1 | twice",
                "batches.csv | `` | batches.csv, line 1 | empty",
                "order_lines.csv | orderid,sku,qty¶O1,CHAIR,1¶O2,\"CHAIR,1¶O3,CHAIR,1¶ | order_lines.csv, line 3 | quote",
                "order_lines.csv | orderid,sku,qty¶O1,\"CHAIR\"S,1¶ | order_lines.csv, line 2 | quote",
                "order_lines.csv | orderid,sku,qty¶O1,CHAIR,1¶O\u00fc,CHAIR,1¶ | order_lines.csv, line 3 | UTF-8",
                "control.csv | file,rows,sha256¶batches.csv,1,¶order_lines.csv,2,¶ | order_lines.csv | control.csv vouches for 2",
                "control.csv | file,rows,sha256¶batches.csv,1,¶ | order_lines.csv | control.csv does not name it",
                "control.csv | file,rows,sha256¶batches.csv,1,00¶order_lines.csv,1,¶ | control.csv, line 2 | sha256",
                "control.csv | file,rows,sha256¶nonsense.csv,1,¶ | control.csv, line 2 | nonsense.csv",
                "control.csv | file,rows¶batches.csv,1¶ | control.csv, line 1 | sha256"
            })
    void a_damaged_feed_is_told_with_file_line_and_reason(String file, String text, String place, String reason)
            throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Path damaged = nightfill.write(FRIDAY, file, "");
        Files.write(damaged, text.replace("¶", "\n").getBytes(ISO_8859_1));

        Ended ended = nightfill.run(FRIDAY).with(3);

        assertThat(ended.error()).contains(place).containsIgnoringCase(reason);
        assertNothingIsLeft();
        Files.delete(damaged);
        nightfill.arriveSmall(FRIDAY);
        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("2026-11-20 run 1 is finished");
    }

    @Test
    void a_wrong_hash_in_control_csv_is_told_with_both() throws SQLException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(
                FRIDAY, "control.csv", "file,rows,sha256", "batches.csv,1," + "0".repeat(64), "order_lines.csv,1,");

        assertThat(nightfill.run(FRIDAY).with(3).error()).contains("batches.csv", "0".repeat(64), "control.csv");
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"control.csv", "cancellations.csv", "order_lines.csv"})
    void a_feed_that_leads_nowhere_is_not_there_yet(String feed) throws Exception {
        nightfill.arriveSmall(FRIDAY);
        Path link = nightfill.input().resolve(FRIDAY).resolve(feed);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("not-mounted", feed));

        assertThat(nightfill.run(FRIDAY).with(7).error()).contains(link.toString());
        assertNothingIsLeft();
    }

    @Test
    void too_many_rejects_are_told_and_kept_for_those_who_mend_the_feed() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0", "O2,1,CHAIR,1", "O2,1,CHAIR,1");

        Ended ended = nightfill.run(FRIDAY, "--max-rejects", "1").with(3);

        assertThat(ended.error())
                .contains("order_lines.csv", "2 of 3 rows", refused().toString(), "--max-rejects");
        assertThat(Files.readString(refused()))
                .contains("order_lines.csv,2,QUANTITY,")
                .contains("order_lines.csv,4,REPEATED,");
        assertNothingIsLeft();
        assertThat(nightfill.run(FRIDAY, "--max-rejects", "2").with(0).out()).contains("run 1 is finished");
    }

    @Soak
    @Test
    void the_rejects_so_far_are_kept_also_where_a_feed_breaks_off() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0", "O2,1,\"CHAIR,1");

        Ended ended = nightfill.run(FRIDAY).with(3);

        assertThat(ended.error()).contains(refused().toString());
        assertThat(Files.readString(refused())).contains("order_lines.csv,2,QUANTITY,");
    }

    @Soak
    @Test
    void the_rejects_of_an_earlier_attempt_do_not_outlast_it() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");
        nightfill.run(FRIDAY, "--max-rejects", "0").with(3);

        nightfill.arrive(FRIDAY, "order_lines.csv", "orderid");
        nightfill.run(FRIDAY).with(3);

        assertThat(refused()).doesNotExist();
    }

    @Soak
    @Test
    void a_refused_night_blocks_no_other() throws SQLException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");
        nightfill.run(FRIDAY, "--max-rejects", "0").with(3);

        nightfill.run(SATURDAY).with(0);
        nightfill.run(FRIDAY).with(0);

        assertThat(query("select business_date, state from run where state <> 'DISCARDED' order by id"))
                .containsExactly("2026-11-21,FINISHED", "2026-11-20,FINISHED");
    }

    @Test
    void a_refused_correction_leaves_the_run_that_it_was_to_replace() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        List<String> before = directories();
        nightfill.arrive(FRIDAY, "order_lines.csv", LINES, "O1,1,CHAIR,0");

        nightfill.run(FRIDAY, "--correction", "--max-rejects", "0").with(3);

        assertThat(directories()).isEqualTo(before);
        assertThat(nightfill.reports("2026-11-20/run-1")).exists();
        assertThat(nightfill.reports("2026-11-20/run-2")).doesNotExist();
        nightfill.arriveSmall(SATURDAY);
        nightfill.run(SATURDAY).with(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_lines.csv", "batches.csv"})
    void feeds_from_before_the_last_night_are_refused_by_name_and_leave_nothing(String feed) throws Exception {
        nightfill.arriveSmall(THURSDAY);
        nightfill.run(THURSDAY).with(0);
        arriveWithOthers(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        List<String> before = directories();
        arriveWithOthers(SATURDAY);
        bringThatOf(THURSDAY, feed);

        Ended ended = nightfill.run(SATURDAY).with(3);

        assertThat(ended.error())
                .contains("2026-11-21/" + feed + " equals that of 2026-11-19 run 1", "--accept-same-feed");
        assertThat(directories()).isEqualTo(before);
        assertThat(nightfill.home().resolve("feeds/2026-11-21")).doesNotExist();
        bringThatOf(FRIDAY, feed);
        nightfill.run(SATURDAY).with(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_lines.csv", "batches.csv"})
    void they_are_taken_on_order_which_is_recorded(String feed) throws Exception {
        nightfill.arriveSmall(THURSDAY);
        nightfill.run(THURSDAY).with(0);
        arriveWithOthers(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        arriveWithOthers(SATURDAY);
        bringThatOf(THURSDAY, feed);

        Ended ended = nightfill.run(SATURDAY, "--accept-same-feed").with(0);

        String warning = feed + " equals that of 2026-11-19; accepted";
        assertThat(ended.out()).contains("warning: " + warning);
        assertThat(Files.readString(nightfill.reports("2026-11-21/run-1/summary.json")))
                .containsSubsequence(
                        "\"rules\" : ", "\"accepted\" : [\n    \"SAME_FEED\"\n  ]", "\"feeds\" : ", warning);
        assertThat(query("select business_date, accept_same_feed from run order by id"))
                .containsExactly("2026-11-19,f", "2026-11-20,f", "2026-11-21,t");
        assertThat(nightfill.run(SATURDAY).with(0).out()).contains("nothing to do");
    }

    @Test
    void the_order_lines_of_the_last_night_are_duplicates_and_told() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        arriveWithOthers(SATURDAY);
        bringThatOf(FRIDAY, "order_lines.csv");

        assertThat(nightfill.run(SATURDAY).with(0).out())
                .contains("warning: order_lines.csv equals that of 2026-11-20, the last night");
        assertThat(query("select applied, duplicate = rows and rows > 0 from accepted_feed join run on run.id = run_id"
                        + " where feed = 'order_lines' and business_date = '2026-11-21'"))
                .containsExactly("0,t");
    }

    @Test
    void a_feed_of_which_every_row_is_rejected_is_refused_and_taken_only_on_order() throws Exception {
        nightfill.arriveSmall(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        nightfill.arriveSmall(SATURDAY);
        nightfill.arrive(SATURDAY, "dispatches.csv", LINES, "X1,1,CHAIR,1", "X2,1,CHAIR,1", "X3,1,CHAIR,1");

        Ended ended = nightfill.run(SATURDAY, "--max-rejects", "50").with(3);

        assertThat(ended.error())
                .contains(
                        "dispatches.csv: every one of its 3 rows is rejected",
                        "refused/2026-11-21/rejects.csv",
                        "run again with --max-rejects 100%");
        assertThat(nightfill.run(SATURDAY, "--max-rejects", "100%").with(0).out())
                .contains("warning: dispatches.csv: every one of its 3 rows is rejected; accepted");
    }

    @Soak
    @Test
    void order_lines_without_a_line_may_come_every_night() {
        for (String date : List.of(FRIDAY, SATURDAY)) {
            nightfill.arriveSmall(date);
            nightfill.arrive(date, "order_lines.csv", LINES);
            assertThat(nightfill.run(date).with(0).out()).doesNotContain("warning");
        }
    }

    @Soak
    @Test
    void batches_may_be_those_of_yesterday() throws IOException {
        for (String date : List.of(THURSDAY, FRIDAY, SATURDAY)) {
            nightfill.arriveSmall(date);
            nightfill.arrive(date, "batches.csv", BATCHES, "B1,CHAIR,9,");
            assertThat(nightfill.run(date).with(0).out()).doesNotContain("warning");
        }
    }

    @Soak
    @Test
    void a_correction_may_keep_its_dates_order_lines_but_not_take_those_of_long_ago() throws Exception {
        for (String date : List.of(THURSDAY, FRIDAY, SATURDAY)) {
            arriveWithOthers(date);
            nightfill.run(date).with(0);
        }
        bringThatOf(THURSDAY, "order_lines.csv");
        nightfill.run(SATURDAY, "--correction").with(3);

        bringThatOf(FRIDAY, "order_lines.csv");
        nightfill.run(SATURDAY, "--correction").with(0);
        nightfill.arrive(SATURDAY, "batches.csv", BATCHES, "B9,CHAIR,9,");
        nightfill.run(SATURDAY, "--correction").with(0);
    }

    @Soak
    @Test
    void order_lines_of_an_abandoned_run_bind_nobody() throws Exception {
        arriveWithOthers("2026-11-18");
        nightfill.run("2026-11-18").with(0);
        nightfill.arriveMixed(FRIDAY);
        stopInAllocation(FRIDAY);
        nightfill.nightfill("abandon").with(0);
        arriveWithOthers(THURSDAY);
        nightfill.run(THURSDAY).with(0);
        nightfill.arriveSmall(SATURDAY);
        bringThatOf(FRIDAY, "order_lines.csv");

        nightfill.run(SATURDAY).with(0);
    }

    private void arriveWithOthers(String date) {
        nightfill.arriveSmall(date);
        nightfill.arrive(date, "batches.csv", BATCHES, "P%s,CHAIR,9,".formatted(date));
        nightfill.arrive(date, "order_lines.csv", LINES, "N%s,1,CHAIR,1".formatted(date));
    }

    private void bringThatOf(String date, String feed) throws IOException {
        nightfill.write(
                SATURDAY, feed, Files.readString(nightfill.input().resolve(date).resolve(feed)));
    }

    private Path refused() {
        return nightfill.home().resolve("refused/2026-11-20/rejects.csv");
    }

    private void assertNothingIsLeft() throws SQLException {
        assertThat(directories()).isEmpty();
        assertThat(query("select * from staged_line")).isEmpty();
        assertThat(query("select * from reject")).isEmpty();
        assertThat(nightfill.home().resolve("feeds/2026-11-20")).doesNotExist();
        assertThat(nightfill.reports("2026-11-20")).doesNotExist();
    }

    @Test
    void files_that_are_no_feeds_are_ignored_with_a_warning() throws IOException {
        nightfill.arriveSmall(FRIDAY);
        nightfill.arrive(FRIDAY, "notes.txt", "hello");

        assertThat(nightfill.run(FRIDAY).with(0).out()).contains("warning: notes.txt is not a feed");
    }
}
