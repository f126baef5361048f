package nightfill.application.feeds;

import static nightfill.application.problem.Problems.said;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Problems;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.application.urgent.InMemoryUrgentPromises;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import nightfill.harness.InMemoryDisk;
import nightfill.harness.InMemoryNightfill;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptFeedsTest {

    private static final LocalDate THURSDAY = FRIDAY.minusDays(1);
    private static final Input INPUT = new Input(InMemoryNightfill.INPUT, FRIDAY);
    private static final String BATCHES = "ref,sku,qty,eta\nPO-1,CHAIR,10,\n";
    private static final String LINES = "orderid,line,sku,qty\n1,1,CHAIR,2\n2,1,CHAIR,2\n";
    private static final String WHOLE = "orderid,line,sku,qty,batchref\n";
    private static final String TORN = "orderid,line,sku,qty\n1,1,CH";

    private final InMemoryNightfill nightfill =
            new InMemoryNightfill().arrive(FRIDAY, "batches.csv", BATCHES).arrive(FRIDAY, "order_lines.csv", LINES);
    private final AcceptFeeds acceptFeeds = new AcceptFeeds(
            nightfill.files,
            nightfill.reader,
            nightfill.reader,
            nightfill.runs,
            new InMemoryUrgentPromises(nightfill.database));

    @Test
    void a_whole_night_is_accepted_feed_by_feed() throws IOException {
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertThat(delivery.feeds()).containsExactly(Feed.BATCHES, Feed.ORDER_LINES);
        assertThat(acceptFeeds.accept(run(), delivery, Feed.BATCHES))
                .isEqualTo(new AcceptedFeed(Feed.BATCHES, BATCHES.length(), InMemoryDisk.sha256(BATCHES), null));
        acceptFeeds.accept(run(), delivery, Feed.ORDER_LINES);
        acceptFeeds.complete(run(), delivery);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void of_the_copies_of_an_attempt_that_was_undone_none_is_left_beside_those_of_the_run() throws IOException {
        arrive("dispatches.csv", WHOLE);
        acceptFeeds.accept(run(), acceptFeeds.inspect(INPUT), Feed.DISPATCHES);
        remove("dispatches.csv");
        Delivery delivery = acceptFeeds.inspect(INPUT);
        acceptFeeds.accept(run(), delivery, Feed.BATCHES);
        acceptFeeds.accept(run(), delivery, Feed.ORDER_LINES);
        acceptFeeds.complete(run(), delivery);
        assertThat(nightfill.disk.names(HOME.resolve("feeds/2026-11-20/run-1")))
                .containsExactly("batches.csv", "order_lines.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv"})
    void without_batches_or_order_lines_the_night_is_not_there_yet(String name) throws IOException {
        remove(name);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file(name) + " is not there yet; send it, NAME_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv", "dispatches.csv", "cancellations.csv", "allocations.csv"})
    void a_feed_whose_last_record_has_no_line_end_may_be_torn(String name) {
        arrive(name, TORN);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file(name) + ": its last record has no line end and may be torn; send the whole file,"
                        + " vouch for its hash in control.csv");
    }

    @Test
    void a_hash_in_control_csv_vouches_for_a_feed_without_last_line_end() throws IOException {
        arrive("batches.csv", TORN);
        control("batches.csv,1," + InMemoryDisk.sha256(TORN), "order_lines.csv,2,");
        assertThat(acceptFeeds.inspect(INPUT).feeds()).hasSize(2);
    }

    @Test
    void a_number_of_rows_alone_does_not() {
        arrive("batches.csv", TORN);
        control("batches.csv,1,", "order_lines.csv,2,");
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, "may be torn");
    }

    @Test
    void a_torn_control_csv_is_not_there_yet() {
        control("batches.csv,1,");
        arrive("control.csv", TORN);
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, INPUT.file("control.csv") + ": its last");
    }

    @Test
    void a_damaged_control_csv_is_refused() {
        arrive("control.csv", "damaged\n");
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, "control.csv, line 1");
    }

    @Test
    void a_torn_feed_comes_before_a_damaged_control_csv() {
        arrive("control.csv", "damaged\n");
        arrive("batches.csv", TORN);
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, "may be torn");
    }

    @Test
    void a_feed_that_control_csv_names_is_waited_for() {
        control("batches.csv,1,", "order_lines.csv,2,", "dispatches.csv,0,");
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("dispatches.csv") + " is not there yet, but control.csv names it; send it");
    }

    @Test
    void a_feed_that_control_csv_does_not_name_is_refused() {
        control("batches.csv,1,");
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.REFUSED,
                INPUT.file("order_lines.csv") + ": control.csv does not name it; add its row, remove the file");
    }

    @Test
    void a_copy_of_another_hash_than_promised_is_refused() {
        control("batches.csv,1,ab", "order_lines.csv,2,");
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertProblem(
                () -> acceptFeeds.accept(run(), delivery, Feed.BATCHES), Kind.REFUSED, "control.csv vouches for ab");
    }

    @Test
    void a_copy_of_another_hash_is_not_there_yet_where_the_feed_is_still_changing() {
        control("batches.csv,1,ab", "order_lines.csv,2,");
        Delivery delivery = acceptFeeds.inspect(INPUT);
        arrive("batches.csv", BATCHES + "PO-2,LAMP,1,\n");
        assertProblem(() -> acceptFeeds.accept(run(), delivery, Feed.BATCHES), Kind.NOT_READY, "changed while");
    }

    @Test
    void the_promised_rows_go_with_the_feed() {
        control("batches.csv,1,", "order_lines.csv,2,");
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertThat(acceptFeeds.accept(run(), delivery, Feed.ORDER_LINES).vouchedRows())
                .isEqualTo(2);
    }

    @Test
    void a_feed_that_changes_while_it_is_accepted_is_not_there_yet() {
        Delivery delivery = accepted();
        arrive("batches.csv", BATCHES + "PO-2,LAMP,1,\n");
        assertProblem(
                () -> acceptFeeds.complete(run(), delivery),
                Kind.NOT_READY,
                "the feeds in %s changed while they were being accepted; run again when they are complete"
                        .formatted(INPUT.path()));
    }

    @Test
    void a_feed_that_comes_or_goes_while_others_are_accepted_is_such_a_change() throws IOException {
        Delivery delivery = accepted();
        arrive("dispatches.csv", WHOLE);
        assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.NOT_READY, "changed while");
        remove("dispatches.csv");
        remove("batches.csv");
        assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.NOT_READY, "changed while");
    }

    @Test
    void a_feed_that_was_listed_and_is_gone_was_taken_away_meanwhile() throws IOException {
        Delivery delivery = acceptFeeds.inspect(INPUT);
        remove("batches.csv");
        assertProblem(() -> acceptFeeds.accept(run(), delivery, Feed.BATCHES), Kind.NOT_READY, "changed while");
    }

    @Test
    void dispatches_may_be_the_order_lines_of_another_date_byte_for_byte() {
        nightfill.arrive(THURSDAY, "order_lines.csv", LINES).arrive(THURSDAY, "batches.csv", BATCHES);
        nightfill.run(THURSDAY);
        arrive("dispatches.csv", LINES);
        arrive("order_lines.csv", "orderid,line,sku,qty\n3,1,CHAIR,2\n");
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings()).isEmpty();
    }

    @Test
    void opening_allocations_are_accepted_while_no_line_is_known() {
        arrive("allocations.csv", WHOLE);
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings()).isEmpty();
    }

    @Test
    void opening_allocations_are_refused_once_lines_are_known() {
        arrive("allocations.csv", WHOLE);
        nightfill.finish(THURSDAY);
        Delivery delivery = accepted();
        assertProblem(
                () -> acceptFeeds.complete(run(), delivery),
                Kind.REFUSED,
                INPUT.file("allocations.csv") + ": opening allocations come with the first night only, and lines are"
                        + " known already; remove the file");
    }

    @Test
    void all_bad_headers_are_told_at_once() {
        arrive("batches.csv", "bad\n");
        arrive("order_lines.csv", "bad\n");
        Delivery delivery = accepted();
        assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.REFUSED, " | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv", "cancellations.csv", "control.csv"})
    void a_wide_text_is_refused_at_once_whatever_else_is_wrong(String name) throws IOException {
        arrive(name, "r\0e\0f");
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, name + ", line 1: UTF-16, not UTF-8");
        control("batches.csv,7,", "dispatches.csv,1,");
        arrive(name, "r\0e\0f\0");
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, name + ", line 1: UTF-16, not UTF-8");
        remove(name.equals("batches.csv") ? "order_lines.csv" : "batches.csv");
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, name + ", line 1: UTF-16, not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " "})
    void an_empty_feed_that_nobody_needs_is_accepted_where_its_sender_says_that_it_has_no_rows(String text)
            throws IOException {
        arrive("dispatches.csv", text);
        control("batches.csv,1,", "order_lines.csv,2,", "dispatches.csv,0,");
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings()).isEmpty();
        control("batches.csv,1,", "order_lines.csv,2,", "dispatches.csv,1,");
        if (text.equals(" ")) {
            assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, "may be torn");
        } else {
            Delivery delivery = accepted();
            assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.REFUSED, "dispatches.csv, line 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv"})
    void no_night_is_without_batches_or_order_lines_whoever_says_so(String name) {
        arrive(name, "");
        control("batches.csv,0,", "order_lines.csv,0,");
        Delivery delivery = accepted();
        assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.REFUSED, name + ", line 1: it is empty");
    }

    @Test
    void columns_that_are_not_read_and_resemble_one_that_is_are_told() throws IOException {
        arrive("order_lines.csv", "orderid,lineno,sku,qty,quantity,note\n");
        arrive("batches.csv", "ref,sku,qty,eta,eta_date,line\n");
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings())
                .containsExactly(
                        "batches.csv: the column eta_date is not read; eta is",
                        "order_lines.csv: the column lineno is not read; is line meant? No line numbers were read",
                        "order_lines.csv: the column quantity is not read; qty is");
    }

    @Test
    void of_very_many_such_columns_some_are_told() throws IOException {
        arrive(
                "order_lines.csv",
                "orderid,sku,qty,"
                        + "line no,line  no,line   no,line-no,line--no,line_no,line__no,line.no,line..no,line/no,line:no,lineno\n");
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings()).hasSize(10);
    }

    @Test
    void other_files_are_ignored_with_a_warning() {
        arrive("notes.txt", "no line end");
        arrive("order_lines-1.csv", WHOLE);
        arrive("see\nhere.txt", "");
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings())
                .containsExactly(
                        "notes.txt is not a feed and was ignored",
                        "order_lines-1.csv is not a feed and was ignored",
                        "see\u240Ahere.txt is not a feed and was ignored");
    }

    @Test
    void of_very_many_other_files_some_are_told_and_the_rest_counted() {
        for (int i = 1; i <= 1_010; i++) {
            arrive("notes-%04d.txt".formatted(i), "");
        }
        acceptFeeds.complete(run(), accepted());
        assertThat(warnings())
                .hasSize(11)
                .contains("notes-0010.txt is not a feed and was ignored")
                .last()
                .isEqualTo("not feeds and ignored: 1,000 more files");
    }

    @Test
    void a_mandatory_feed_whose_name_is_not_quite_its_own_is_missed_and_what_lies_there_is_told() throws IOException {
        remove("batches.csv");
        arrive("Batches.csv", BATCHES);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("batches.csv")
                        + " is not there yet; there lies \"Batches.csv\", which should be batches.csv; rename it");
        remove("order_lines.csv");
        arrive("order_lines.CSV", LINES);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("batches.csv")
                        + " is not there yet; there lies \"Batches.csv\", which should be batches.csv, and"
                        + " \"order_lines.CSV\", which should be order_lines.csv; rename them");
    }

    @Test
    void a_feed_that_is_missed_is_asked_for_whatever_else_is_misnamed() throws IOException {
        remove("batches.csv");
        arrive("Dispatches.csv", WHOLE);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("batches.csv") + " is not there yet; send it, NAME_INPUT");
    }

    @Test
    void so_is_one_that_control_csv_names() {
        control("batches.csv,1,", "order_lines.csv,2,", "dispatches.csv,0,");
        arrive("dispatches.csv.txt", WHOLE);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("dispatches.csv") + " is not there yet, but control.csv names it; there lies"
                        + " \"dispatches.csv.txt\", which should be dispatches.csv; rename it");
    }

    @Test
    void any_other_file_whose_name_is_not_quite_that_of_a_feed_is_refused() {
        arrive("Cancellations.csv", WHOLE);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.REFUSED,
                INPUT.path() + " holds \"Cancellations.csv\", which should be cancellations.csv; rename it,"
                        + " remove what is not meant");
        arrive("Control.csv ", WHOLE);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.REFUSED,
                INPUT.path() + " holds \"Cancellations.csv\", which should be cancellations.csv, and \"Control.csv \","
                        + " which should be control.csv; rename them, remove what is not meant");
    }

    @Test
    void so_is_a_copy_beside_the_feed() {
        arrive("order_lines (1).csv", LINES);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.REFUSED,
                INPUT.path() + " holds \"order_lines (1).csv\", which should be order_lines.csv; keep the right one,"
                        + " under the name that it should have");
    }

    @Test
    void of_very_many_such_names_some_are_told() {
        IntStream.rangeClosed(1, 8).forEach(copy -> arrive("dispatches (%d).csv".formatted(copy), WHOLE));
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, "dispatches.csv, and 3 more; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "dispatches.csv", "control.csv"})
    void while_a_feed_or_the_senders_word_is_being_uploaded_the_night_is_not_there_yet(String name) throws IOException {
        arrive(name + ".filepart", "ref,sk");
        assertUnderWay(name + ".filepart", name);
        remove(name + ".filepart");
        arrive("." + name + ".aB3xYz", "");
        assertUnderWay("." + name + ".aB3xYz", name);
        remove("." + name + ".aB3xYz");
        arrive(".~tmp~/" + name, WHOLE);
        assertUnderWay(".~tmp~/" + name, name);
        remove(".~tmp~");
        assertThat(acceptFeeds.inspect(INPUT).unknown()).isEmpty();
    }

    @Test
    void an_upload_comes_before_a_feed_that_is_missing_or_misnamed() throws IOException {
        arrive("Dispatches.csv", WHOLE);
        remove("batches.csv");
        arrive("batches.csv.part", "");
        assertUnderWay("batches.csv.part", "batches.csv");
    }

    @Test
    void an_upload_may_hide_of_what_it_is() {
        arrive(".pureftpd-upload.4eefcd05.15.543d.f8a021e", "");
        assertUnderWay(".pureftpd-upload.4eefcd05.15.543d.f8a021e", "a file");
    }

    @Test
    void an_upload_that_begins_while_feeds_are_accepted_is_waited_for() {
        Delivery delivery = accepted();
        arrive("cancellations.csv.filepart", "");
        assertProblem(() -> acceptFeeds.complete(run(), delivery), Kind.NOT_READY, "is an upload of cancellations.csv");
    }

    private void assertUnderWay(String name, String of) {
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.path()
                        + " is still being written to: \"%s\" is an upload of %s; run again when that is done,"
                                .formatted(name, of)
                        + " remove what an upload that failed has left");
    }

    @Test
    void a_disk_that_breaks_down_is_a_failure_that_may_pass() {
        nightfill.disk.breakDown(INPUT.path());
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.FAILED, INPUT.path() + " cannot be taken in: ");
    }

    private Delivery accepted() {
        Delivery delivery = acceptFeeds.inspect(INPUT);
        delivery.feeds().forEach(feed -> nightfill.runs.accept(run(), acceptFeeds.accept(run(), delivery, feed)));
        return delivery;
    }

    /** The one that loads. */
    private Run run() {
        return nightfill.runs.loading().orElseGet(() -> nightfill.runs.open(FRIDAY, Terms.USUAL, null));
    }

    private List<String> warnings() {
        return nightfill.runs.warnings(run());
    }

    private void arrive(String name, String text) {
        nightfill.arrive(FRIDAY, name, text);
    }

    private void remove(String name) throws IOException {
        nightfill.disk.remove(INPUT.file(name));
    }

    private void control(String... entries) {
        arrive("control.csv", "file,rows,sha256\n" + String.join("\n", entries) + "\n");
    }

    private static void assertProblem(ThrowingCallable work, Kind kind, String message) {
        assertThat(said(Problems.of(kind, work))).contains(message);
    }
}
