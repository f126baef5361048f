package nightfill.application.feeds;

import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.application.feeds.AcceptFeeds.Delivery;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Problems;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.FakeRuns;
import nightfill.application.run.Input;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptFeedsTest {

    private static final Run RUN = FakeRuns.RUN;
    private static final Run ORDERED = new Run(
            7,
            new RunName(RUN.date(), 1),
            null,
            null,
            new Terms("", Set.of(Acceptance.SAME_FEED), false),
            Run.Progress.LOADING);
    private static final Run YESTERDAY = new Run(
            6,
            new RunName(RUN.date().minusDays(1), 1),
            null,
            null,
            Terms.USUAL,
            new Run.Progress(Run.State.FINISHED, 0L, "manifest"));
    private static final Input INPUT = new Input(Path.of("in"), RUN.date());
    private static final String WHOLE = "header\nrow\n";
    private static final String TORN = "header\nro";

    private final FakeFeeds feeds = new FakeFeeds().with("batches.csv", WHOLE).with("order_lines.csv", WHOLE + "2\n");
    private final FakeRuns runs = new FakeRuns();
    private final List<ControlEntry> control = new ArrayList<>();
    private Optional<Problem> damage = Optional.empty();
    private final AcceptFeeds acceptFeeds = new AcceptFeeds(feeds, feeds, this::readControl, runs);

    @Test
    void a_whole_night_is_accepted_feed_by_feed() throws IOException {
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertThat(delivery.feeds()).containsExactly(Feed.BATCHES, Feed.ORDER_LINES);
        assertThat(acceptFeeds.accept(RUN, delivery, Feed.BATCHES))
                .isEqualTo(new AcceptedFeed(Feed.BATCHES, WHOLE.length(), FakeFeeds.hash(WHOLE), null));
        acceptFeeds.accept(RUN, delivery, Feed.ORDER_LINES);
        acceptFeeds.complete(RUN, delivery);
        assertThat(runs.warnings).isEmpty();
    }

    @Test
    void of_the_copies_of_an_attempt_that_was_undone_none_is_left_beside_those_of_the_run() throws IOException {
        feeds.with("dispatches.csv", WHOLE);
        acceptFeeds.accept(RUN, acceptFeeds.inspect(INPUT), Feed.DISPATCHES);
        feeds.remove("dispatches.csv");
        Delivery delivery = acceptFeeds.inspect(INPUT);
        acceptFeeds.accept(RUN, delivery, Feed.BATCHES);
        acceptFeeds.complete(RUN, delivery);
        assertThat(feeds.kept()).containsExactly("batches.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv"})
    void without_batches_or_order_lines_the_night_is_not_there_yet(String name) {
        feeds.remove(name);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file(name) + " is not there yet; send it, NAME_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"batches.csv", "order_lines.csv", "dispatches.csv", "cancellations.csv", "allocations.csv"})
    void a_feed_whose_last_record_has_no_line_end_may_be_torn(String name) {
        feeds.with(name, TORN);
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file(name) + ": its last record has no line end and may be torn; send the whole file,"
                        + " vouch for its hash in control.csv");
    }

    @Test
    void a_hash_in_control_csv_vouches_for_a_feed_without_last_line_end() throws IOException {
        feeds.with("batches.csv", TORN);
        control(new ControlEntry(Feed.BATCHES, 1, Optional.of(FakeFeeds.hash(TORN))), entry(Feed.ORDER_LINES, 2));
        assertThat(acceptFeeds.inspect(INPUT).feeds()).hasSize(2);
    }

    @Test
    void a_number_of_rows_alone_does_not() {
        feeds.with("batches.csv", TORN);
        control(entry(Feed.BATCHES, 1), entry(Feed.ORDER_LINES, 2));
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, "may be torn");
    }

    @Test
    void a_torn_control_csv_is_not_there_yet() {
        control(entry(Feed.BATCHES, 1));
        feeds.with("control.csv", TORN);
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, INPUT.file("control.csv") + ": its last");
    }

    @Test
    void a_damaged_control_csv_is_refused() {
        control();
        damage = Optional.of(Problem.refused("control.csv line 2: no feed"));
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.REFUSED, "control.csv line 2: no feed");
    }

    @Test
    void a_torn_feed_comes_before_a_damaged_control_csv() {
        control();
        feeds.with("batches.csv", TORN);
        damage = Optional.of(Problem.refused("control.csv line 2: no feed"));
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.NOT_READY, "may be torn");
    }

    @Test
    void a_feed_that_control_csv_names_is_waited_for() {
        control(entry(Feed.BATCHES, 1), entry(Feed.ORDER_LINES, 2), entry(Feed.DISPATCHES, 0));
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.NOT_READY,
                INPUT.file("dispatches.csv") + " is not there yet, but control.csv names it; send it");
    }

    @Test
    void a_feed_that_control_csv_does_not_name_is_refused() {
        control(entry(Feed.BATCHES, 1));
        assertProblem(
                () -> acceptFeeds.inspect(INPUT),
                Kind.REFUSED,
                INPUT.file("order_lines.csv") + ": control.csv does not name it; add its row, remove the file");
    }

    @Test
    void a_copy_of_another_hash_than_promised_is_refused() {
        control(new ControlEntry(Feed.BATCHES, 1, Optional.of("ab")), entry(Feed.ORDER_LINES, 2));
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertProblem(
                () -> acceptFeeds.accept(RUN, delivery, Feed.BATCHES), Kind.REFUSED, "control.csv vouches for ab");
    }

    @Test
    void a_copy_of_another_hash_is_not_there_yet_where_the_feed_is_still_changing() {
        control(new ControlEntry(Feed.BATCHES, 1, Optional.of("ab")), entry(Feed.ORDER_LINES, 2));
        Delivery delivery = acceptFeeds.inspect(INPUT);
        feeds.with("batches.csv", WHOLE + "more\n");
        assertProblem(() -> acceptFeeds.accept(RUN, delivery, Feed.BATCHES), Kind.NOT_READY, "changed while");
    }

    @Test
    void the_promised_rows_go_with_the_feed() {
        control(entry(Feed.BATCHES, 1), entry(Feed.ORDER_LINES, 2));
        Delivery delivery = acceptFeeds.inspect(INPUT);
        assertThat(acceptFeeds.accept(RUN, delivery, Feed.ORDER_LINES).vouchedRows())
                .isEqualTo(2);
    }

    @Test
    void a_feed_that_changes_while_it_is_accepted_is_not_there_yet() {
        Delivery delivery = accepted();
        feeds.with("batches.csv", WHOLE + "more\n");
        assertProblem(
                () -> acceptFeeds.complete(RUN, delivery),
                Kind.NOT_READY,
                "the feeds in %s changed while they were being accepted; run again when they are complete"
                        .formatted(INPUT.path()));
    }

    @Test
    void a_feed_that_comes_or_goes_while_others_are_accepted_is_such_a_change() {
        Delivery delivery = accepted();
        feeds.with("dispatches.csv", WHOLE);
        assertProblem(() -> acceptFeeds.complete(RUN, delivery), Kind.NOT_READY, "changed while");
        feeds.remove("dispatches.csv");
        feeds.remove("batches.csv");
        assertProblem(() -> acceptFeeds.complete(RUN, delivery), Kind.NOT_READY, "changed while");
    }

    @Test
    void opening_allocations_are_accepted_while_no_line_is_known() {
        feeds.with("allocations.csv", WHOLE);
        acceptFeeds.complete(RUN, accepted());
        assertThat(runs.warnings).isEmpty();
    }

    @Test
    void opening_allocations_are_refused_once_lines_are_known() {
        feeds.with("allocations.csv", WHOLE);
        runs.knowsLines = true;
        Delivery delivery = accepted();
        assertProblem(
                () -> acceptFeeds.complete(RUN, delivery),
                Kind.REFUSED,
                INPUT.file("allocations.csv") + ": opening allocations come with the first night only, and lines are"
                        + " known already; remove the file");
    }

    @Test
    void order_lines_that_another_date_has_brought_are_refused() throws IOException {
        runs.sameOrderLines.put(FakeFeeds.hash(WHOLE + "2\n"), YESTERDAY);
        Delivery delivery = accepted();
        assertProblem(
                () -> acceptFeeds.complete(RUN, delivery),
                Kind.REFUSED,
                INPUT.file("order_lines.csv") + " equals that of 2026-11-19 run 1, byte for byte; send that of"
                        + " 2026-11-20, Accept[guard=SAME_FEED]");
    }

    @Test
    void order_lines_that_another_date_has_brought_are_taken_on_order_and_told() throws IOException {
        runs.sameOrderLines.put(FakeFeeds.hash(WHOLE + "2\n"), YESTERDAY);
        acceptFeeds.complete(ORDERED, accepted());
        assertThat(runs.warnings).containsExactly("order_lines.csv equals that of 2026-11-19; accepted");
        assertThat(runs.overridden).containsExactly(Acceptance.SAME_FEED);
    }

    @Test
    void other_feeds_may_be_those_of_another_date() throws IOException {
        runs.sameOrderLines.put(FakeFeeds.hash(WHOLE), YESTERDAY);
        acceptFeeds.complete(RUN, accepted());
        assertThat(runs.warnings).isEmpty();
    }

    @Test
    void all_bad_headers_are_told_at_once() {
        feeds.with("batches.csv", "bad\n").with("order_lines.csv", "bad\n");
        Delivery delivery = accepted();
        assertProblem(
                () -> acceptFeeds.complete(RUN, delivery),
                Kind.REFUSED,
                "batches.csv: no header | order_lines.csv: no header");
    }

    @Test
    void other_files_are_ignored_with_a_warning() {
        feeds.with("notes.txt", "no line end").with("Batches.csv", WHOLE);
        acceptFeeds.complete(RUN, accepted());
        assertThat(runs.warnings)
                .containsExactly(
                        "Batches.csv is not a feed and was ignored", "notes.txt is not a feed and was ignored");
    }

    @Test
    void a_disk_that_breaks_down_is_a_failure_that_may_pass() {
        feeds.breakDown();
        assertProblem(() -> acceptFeeds.inspect(INPUT), Kind.FAILED, INPUT.path() + " cannot be taken in: ");
    }

    private Delivery accepted() {
        Delivery delivery = acceptFeeds.inspect(INPUT);
        delivery.feeds().forEach(feed -> runs.accept(RUN, acceptFeeds.accept(RUN, delivery, feed)));
        return delivery;
    }

    private void control(ControlEntry... entries) {
        feeds.with("control.csv", WHOLE);
        control.addAll(List.of(entries));
    }

    private List<ControlEntry> readControl(Path file) {
        if (damage.isPresent()) {
            throw damage.get();
        }
        return control;
    }

    private static ControlEntry entry(Feed feed, int rows) {
        return new ControlEntry(feed, rows, Optional.empty());
    }

    private static void assertProblem(ThrowingCallable work, Kind kind, String message) {
        assertThat(said(Problems.of(kind, work))).contains(message);
    }
}
