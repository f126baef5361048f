package nightfill.application.run;

import static nightfill.application.problem.Problems.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Summary;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everyone who keeps runs must do. */
public abstract class RunsContract {

    protected static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final String MANIFEST = "a".repeat(64);
    private static final String SHA256 = "b".repeat(64);

    protected abstract Runs runs();

    /** Loads a line with that turn. */
    protected abstract void load(Run run, long turn);

    /** Keeps what became of an accepted feed. */
    protected abstract void count(Run run, Feed feed, FeedCounts counts);

    /** Takes back all that the run did that was the last to do anything. */
    protected abstract void undo(Run run);

    protected abstract void redo(Run run);

    /** In the order in which they were noted. */
    protected abstract List<String> warnings(Run run);

    @Test
    void a_run_is_opened_as_the_first_of_its_date_and_loads() {
        Run run = open(FRIDAY);
        assertThat(run.date()).isEqualTo(FRIDAY);
        assertThat(run.number()).isEqualTo(1);
        assertThat(run.state()).isEqualTo(State.LOADING);
        assertThat(run.previousId()).isNull();
        assertThat(run.replacesId()).isNull();
        assertThat(run.manifestSha256()).isNull();
        assertThat(runs().get(run.id())).isEqualTo(run);
        assertThat(runs().loading()).contains(run);
        assertThat(runs().unfinished()).isEmpty();
        assertThat(runs().lastFinished()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Acceptance.class)
    void a_run_keeps_its_terms(Acceptance guard) {
        Terms terms = new Terms("2%", Set.of(guard), true).with(new Purchasing(BatchFeed.SNAPSHOT, 7));
        Run run = runs().open(FRIDAY, terms, null);
        assertThat(runs().begin(run).terms()).isEqualTo(terms);
    }

    @Test
    void only_one_run_loads() {
        open(FRIDAY);
        assertThatThrownBy(() -> open(SATURDAY)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void only_one_run_is_unfinished() {
        runs().begin(open(FRIDAY));
        Run next = open(SATURDAY);
        assertThatThrownBy(() -> runs().begin(next)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_run_that_has_begun_is_unfinished_and_no_longer_loads() {
        Run run = runs().begin(open(FRIDAY));
        assertThat(run.state()).isEqualTo(State.ALLOCATING);
        assertThat(runs().unfinished()).contains(run);
        assertThat(runs().loading()).isEmpty();
        assertThat(runs().finished(FRIDAY)).isEmpty();
    }

    @Test
    void a_run_begins_only_once() {
        Run run = open(FRIDAY);
        runs().begin(run);
        failed(() -> runs().begin(run));
    }

    @Test
    void a_run_builds_on_the_one_that_was_finished_last_whatever_its_date() {
        Run late = finish(begin(SATURDAY));
        assertThat(late.previousId()).isNull();
        Run friday = finish(begin(FRIDAY));
        assertThat(friday.previousId()).isEqualTo(late.id());
        assertThat(runs().begin(open(SATURDAY.plusDays(1))).previousId()).isEqualTo(friday.id());
    }

    @Test
    void turns_go_on_behind_the_highest_that_was_ever_given() {
        Run first = begin(FRIDAY);
        assertThat(first.turnsBefore()).isZero();
        load(first, 4);
        load(first, 7);
        assertThat(begin(SATURDAY, finish(first)).turnsBefore()).isEqualTo(7);
    }

    @Test
    void turns_of_an_undone_run_are_not_given_again() {
        Run first = begin(FRIDAY);
        load(first, 7);
        undo(first);
        assertThat(begin(FRIDAY).turnsBefore()).isEqualTo(7);
    }

    @Test
    void a_finished_run_stands_for_its_date_with_its_manifest_and_reports() {
        Run run = begin(FRIDAY);
        Summary.File stock = new Summary.File(3, SHA256);
        runs().finish(run, MANIFEST, Map.of("stock.csv", stock), RunFigures.NONE);
        Run finished = runs().get(run.id());
        assertThat(finished.state()).isEqualTo(State.FINISHED);
        assertThat(finished.manifestSha256()).isEqualTo(MANIFEST);
        assertThat(runs().finished(FRIDAY)).contains(finished);
        assertThat(runs().finished(SATURDAY)).isEmpty();
        assertThat(runs().unfinished()).isEmpty();
        assertThat(runs().report(finished, "stock.csv")).contains(stock);
        assertThat(runs().report(finished, "promises.csv")).isEmpty();
    }

    @Test
    void only_an_unfinished_run_is_finished() {
        failed(() -> finish(open(FRIDAY)));
    }

    @Test
    void finished_runs_are_listed_in_the_order_in_which_they_were_run() {
        Run saturday = finish(begin(SATURDAY));
        Run friday = finish(begin(FRIDAY));
        begin(SATURDAY.plusDays(1));
        assertThat(runs().everFinished()).containsExactly(saturday, friday);
        assertThat(runs().lastFinished()).contains(friday);
        assertThat(runs().finishedDates()).containsExactlyInAnyOrder(FRIDAY, SATURDAY);
    }

    @Test
    void a_correction_has_the_next_number_and_names_the_run_that_it_replaces() {
        Run first = finish(begin(FRIDAY));
        Run correction = runs().open(FRIDAY, Terms.USUAL, first);
        assertThat(correction.number()).isEqualTo(2);
        assertThat(correction.replacesId()).isEqualTo(first.id());
    }

    @Test
    void a_replaced_run_stands_no_longer_and_yet_was_finished() {
        Run earlier = finish(begin(FRIDAY));
        Run first = finish(begin(SATURDAY));
        Run correction = runs().open(SATURDAY, Terms.USUAL, first);
        undo(first);
        Run second = runs().begin(correction);
        assertThat(second.previousId()).isEqualTo(earlier.id());
        assertThat(runs().finished(SATURDAY)).isEmpty();
        assertThat(runs().lastFinished()).contains(earlier);
        assertThat(runs().finishedDates()).containsExactly(FRIDAY);
        assertThat(runs().everFinished()).containsExactly(earlier, runs().get(first.id()));
        assertThat(runs().get(first.id()).state()).isEqualTo(State.REPLACED);
    }

    @Test
    void a_run_whose_correction_is_undone_stands_again() {
        Run begunFirst = begin(FRIDAY);
        load(begunFirst, 1);
        Run first = finish(begunFirst);
        Run correction = runs().open(FRIDAY, Terms.USUAL, first);
        undo(first);
        Run begun = runs().begin(correction);
        load(begun, 2);
        undo(begun);
        assertThat(runs().knowsLinesBeside(null)).isFalse();
        redo(first);
        assertThat(runs().knowsLinesBeside(null)).isTrue();
        assertThat(runs().finished(FRIDAY)).contains(first);
        assertThat(runs().get(begun.id()).state()).isEqualTo(State.ABANDONED);
        assertThat(runs().unfinished()).isEmpty();
    }

    @Test
    void the_number_of_a_run_that_came_to_nothing_is_used_again() {
        Run discarded = open(FRIDAY);
        runs().discard(discarded);
        Run abandoned = runs().begin(open(FRIDAY));
        undo(abandoned);
        Run third = open(FRIDAY);
        assertThat(third.number()).isEqualTo(1);
        assertThat(List.of(discarded.id(), abandoned.id(), third.id()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_discarded_run_is_forgotten_with_its_feeds_and_warnings() {
        Run run = open(FRIDAY);
        runs().accept(run, feed(Feed.BATCHES, SHA256));
        runs().warn(run, "notes.txt is not a feed");
        runs().override(run, Acceptance.SAME_FEED, "the same feed");
        runs().discard(run);
        assertThat(runs().get(run.id()).state()).isEqualTo(State.DISCARDED);
        assertThat(runs().loading()).isEmpty();
        assertThat(runs().accepted(run)).isEmpty();
        assertThat(warnings(run)).isEmpty();
        assertThat(runs().overridden(run)).isEmpty();
    }

    @Test
    void a_run_that_has_begun_is_not_discarded() {
        Run run = open(FRIDAY);
        runs().accept(run, feed(Feed.BATCHES, SHA256));
        Run begun = runs().begin(run);
        runs().discard(run);
        assertThat(runs().get(run.id())).isEqualTo(begun);
        assertThat(runs().accepted(run)).hasSize(1);
    }

    @Test
    void what_is_kept_of_one_run_is_not_that_of_another() {
        Run friday = withOrderLines(begin(FRIDAY), 3);
        runs().override(friday, Acceptance.SAME_FEED, "a word on friday");
        runs().finish(friday, MANIFEST, Map.of("stock.csv", new Summary.File(3, SHA256)), RunFigures.NONE);
        Run saturday = open(SATURDAY);
        assertThat(saturday.number()).isEqualTo(1);
        assertThat(runs().accepted(saturday)).isEmpty();
        assertThat(runs().feedCounts(saturday)).isEmpty();
        assertThat(warnings(saturday)).isEmpty();
        assertThat(runs().overridden(saturday)).isEmpty();
        assertThat(runs().report(saturday, "stock.csv")).isEmpty();
        runs().accept(saturday, feed(Feed.ORDER_LINES, MANIFEST));
        runs().discard(saturday);
        assertThat(runs().accepted(friday)).containsExactly(feed(Feed.ORDER_LINES, SHA256));
        assertThat(runs().feedCounts(friday).values())
                .extracting(FeedCounts::rows)
                .containsExactly(3L);
        assertThat(warnings(friday)).containsExactly("a word on friday");
    }

    @Test
    void accepted_feeds_are_listed_in_their_order_and_the_last_word_counts() {
        Run run = open(FRIDAY);
        AcceptedFeed lines = new AcceptedFeed(Feed.ORDER_LINES, 20, SHA256, 3L);
        runs().accept(run, lines);
        runs().accept(run, feed(Feed.BATCHES, SHA256));
        runs().accept(run, feed(Feed.BATCHES, MANIFEST));
        assertThat(runs().accepted(run)).containsExactly(feed(Feed.BATCHES, MANIFEST), lines);
    }

    @Test
    void what_became_of_each_accepted_feed_is_kept() {
        Run run = begin(FRIDAY);
        runs().accept(run, feed(Feed.ORDER_LINES, SHA256));
        runs().accept(run, feed(Feed.BATCHES, SHA256));
        FeedCounts lines = new FeedCounts(SHA256, 10, 4, 3, 2, 1);
        count(run, Feed.ORDER_LINES, lines);
        assertThat(runs().feedCounts(run)).containsEntry(Feed.ORDER_LINES, lines);
        assertThat(runs().feedCounts(run).keySet()).containsExactly(Feed.BATCHES, Feed.ORDER_LINES);
    }

    @Test
    void the_last_other_date_that_took_the_same_order_lines_is_found() {
        Run friday = finish(withOrderLines(begin(FRIDAY), 1));
        Run saturday = finish(withOrderLines(begin(SATURDAY), 1));
        Run tonight = open(SATURDAY.plusDays(1));
        assertThat(runs().otherWith(tonight, Feed.ORDER_LINES, SHA256)).contains(saturday);
        assertThat(runs().otherWith(tonight, Feed.ORDER_LINES, MANIFEST)).isEmpty();
        assertThat(runs().otherWith(runs().get(saturday.id()), Feed.ORDER_LINES, SHA256))
                .contains(friday);
    }

    @Test
    void order_lines_of_an_unfinished_run_count_as_taken() {
        Run unfinished = withOrderLines(begin(FRIDAY), 1);
        assertThat(runs().otherWith(open(SATURDAY), Feed.ORDER_LINES, SHA256)).contains(unfinished);
    }

    @Test
    void a_correction_may_have_the_order_lines_of_the_run_that_it_replaces() {
        Run first = finish(withOrderLines(begin(FRIDAY), 1));
        assertThat(runs().otherWith(runs().open(FRIDAY, Terms.USUAL, first), Feed.ORDER_LINES, SHA256))
                .isEmpty();
    }

    @Test
    void order_lines_of_an_undone_run_or_without_rows_are_nobodys() {
        undo(withOrderLines(begin(FRIDAY), 1));
        finish(withOrderLines(begin(SATURDAY), 0));
        assertThat(runs().otherWith(open(FRIDAY), Feed.ORDER_LINES, SHA256)).isEmpty();
    }

    @Test
    void the_same_bytes_in_another_feed_are_not_the_same_feed() {
        Run friday = begin(FRIDAY);
        runs().accept(friday, feed(Feed.BATCHES, SHA256));
        count(friday, Feed.BATCHES, new FeedCounts(SHA256, 1, 1, 0, 0, 0));
        Run saturday = open(SATURDAY);
        assertThat(runs().otherWith(saturday, Feed.ORDER_LINES, SHA256)).isEmpty();
        assertThat(runs().otherWith(saturday, Feed.BATCHES, SHA256)).contains(friday);
    }

    @Test
    void a_warning_is_noted_once_in_the_order_in_which_it_came() {
        Run run = open(FRIDAY);
        runs().warn(run, "second thoughts");
        runs().warn(run, "another");
        runs().warn(run, "second thoughts");
        assertThat(warnings(run)).containsExactly("second thoughts", "another");
    }

    @Test
    void an_overridden_guard_is_noted_once_with_its_warning() {
        Run run = open(FRIDAY);
        runs().override(run, Acceptance.SHRUNK_FEEDS, "few rows");
        runs().override(run, Acceptance.SAME_FEED, "the same feed");
        runs().override(run, Acceptance.SHRUNK_FEEDS, "few rows");
        assertThat(runs().overridden(run)).containsExactly(Acceptance.SAME_FEED, Acceptance.SHRUNK_FEEDS);
        assertThat(warnings(run)).containsExactly("few rows", "the same feed");
    }

    @Test
    void what_was_overridden_is_known_of_a_run_that_was_undone_and_redone() {
        Run first = open(FRIDAY);
        runs().override(first, Acceptance.SAME_FEED, "the same feed");
        first = finish(runs().begin(first));
        undo(first);
        assertThat(runs().overridden(first)).containsExactly(Acceptance.SAME_FEED);
    }

    @Test
    void what_reports_say_already_replaces_what_was_noted() {
        Run run = open(FRIDAY);
        runs().override(run, Acceptance.SAME_FEED, "today's words");
        runs().adopt(run, Set.of(Acceptance.SHRUNK_FEEDS), List.of("words of then", "and more"));
        assertThat(runs().overridden(run)).containsExactly(Acceptance.SHRUNK_FEEDS);
        assertThat(warnings(run)).containsExactly("words of then", "and more");
    }

    @Test
    void lines_are_known_beside_those_of_the_run_that_is_replaced() {
        assertThat(runs().knowsLinesBeside(null)).isFalse();
        Run first = begin(FRIDAY);
        load(first, 1);
        assertThat(runs().knowsLinesBeside(null)).isTrue();
        assertThat(runs().knowsLinesBeside(first)).isFalse();
        Run second = begin(SATURDAY, finish(first));
        load(second, 2);
        assertThat(runs().knowsLinesBeside(first)).isTrue();
        undo(second);
        assertThat(runs().knowsLinesBeside(first)).isFalse();
    }

    @Test
    void a_database_has_one_identity() {
        assertThat(runs().databaseId()).isNotEmpty().isEqualTo(runs().databaseId());
    }

    private Run open(LocalDate date) {
        return runs().open(date, Terms.USUAL, null);
    }

    private Run begin(LocalDate date) {
        return runs().begin(open(date));
    }

    /** Behind another run. */
    private Run begin(LocalDate date, Run before) {
        assertThat(before.state()).isEqualTo(State.FINISHED);
        return begin(date);
    }

    private Run finish(Run run) {
        runs().finish(run, MANIFEST, Map.of(), RunFigures.NONE);
        return runs().get(run.id());
    }

    private Run withOrderLines(Run run, long rows) {
        runs().accept(run, feed(Feed.ORDER_LINES, SHA256));
        count(run, Feed.ORDER_LINES, new FeedCounts(SHA256, rows, rows, 0, 0, 0));
        return run;
    }

    private static AcceptedFeed feed(Feed feed, String sha256) {
        return new AcceptedFeed(feed, 10, sha256, null);
    }
}
