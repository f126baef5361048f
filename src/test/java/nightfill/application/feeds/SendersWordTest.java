package nightfill.application.feeds;

import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Problems;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SendersWordTest {

    private static final Input INPUT = new Input(Path.of("in"), LocalDate.of(2026, 11, 20));
    private static final ArrivedNames BOTH = names("batches.csv", "control.csv", "order_lines.csv");
    private static final SendersWord WORD = SendersWord.of(List.of(
            new ControlEntry(Feed.BATCHES, 7, Optional.of("ab")),
            new ControlEntry(Feed.ORDER_LINES, 9, Optional.empty())));

    @Test
    void feeds_that_it_names_and_that_are_there_are_fine() {
        assertFine(() -> WORD.requireArrived(BOTH));
        assertFine(() -> WORD.requireNamed(BOTH));
    }

    @Test
    void a_feed_that_it_names_and_that_is_missing_is_not_there_yet() {
        assertProblem(
                () -> WORD.requireArrived(names("batches.csv")),
                Kind.NOT_READY,
                INPUT.file("order_lines.csv") + " is not there yet, but control.csv names it; send it");
    }

    @Test
    void a_feed_that_it_does_not_name_is_refused() {
        assertProblem(
                () -> WORD.requireNamed(names("batches.csv", "dispatches.csv", "order_lines.csv")),
                Kind.REFUSED,
                INPUT.file("dispatches.csv") + ": control.csv does not name it; add its row, remove the file");
    }

    @Test
    void files_that_are_no_feeds_are_not_its_business() {
        assertFine(() -> WORD.requireNamed(names("batches.csv", "notes.txt", "order_lines.csv")));
    }

    @Test
    void bytes_of_another_hash_are_refused() {
        assertFine(() -> WORD.requireHash(Feed.BATCHES, "ab"));
        assertProblem(
                () -> WORD.requireHash(Feed.BATCHES, "cd"),
                Kind.REFUSED,
                "batches.csv has SHA-256 cd, but control.csv vouches for ab; send the feed that was meant, correct control.csv");
    }

    @Test
    void a_hash_need_not_be_given() {
        assertFine(() -> WORD.requireHash(Feed.ORDER_LINES, "cd"));
    }

    @Test
    void only_the_right_hash_vouches_for_bytes() {
        assertThat(WORD.vouchesForBytes(Feed.BATCHES, "ab")).isTrue();
        assertThat(WORD.vouchesForBytes(Feed.BATCHES, "cd")).isFalse();
        assertThat(WORD.vouchesForBytes(Feed.ORDER_LINES, "ab")).isFalse();
        assertThat(WORD.vouchesForBytes(Feed.DISPATCHES, "ab")).isFalse();
    }

    @Test
    void a_feed_was_accepted_on_this_word_if_rows_and_hash_are_still_promised() {
        assertThat(WORD.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "ab", 7L))).isTrue();
        assertThat(WORD.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "cd", 7L))).isFalse();
        assertThat(WORD.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "ab", 8L))).isFalse();
        assertThat(WORD.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "ab", null))).isFalse();
        assertThat(WORD.isSaidOf(new AcceptedFeed(Feed.ORDER_LINES, 1, "cd", 9L)))
                .isTrue();
        assertThat(SendersWord.NONE.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "ab", null)))
                .isTrue();
        assertThat(SendersWord.NONE.isSaidOf(new AcceptedFeed(Feed.BATCHES, 1, "ab", 7L)))
                .isFalse();
    }

    @Test
    void tells_the_rows_of_the_feeds_that_it_names() {
        assertThat(WORD.rows(Feed.ORDER_LINES)).isEqualTo(9);
        assertThat(WORD.rows(Feed.DISPATCHES)).isNull();
    }

    @Test
    void where_there_is_none_nothing_is_promised_and_nothing_refused() {
        assertFine(() -> SendersWord.NONE.requireArrived(BOTH));
        assertFine(() -> SendersWord.NONE.requireNamed(BOTH));
        assertFine(() -> SendersWord.NONE.requireHash(Feed.BATCHES, "cd"));
        assertThat(SendersWord.NONE.vouchesForBytes(Feed.BATCHES, "ab")).isFalse();
        assertThat(SendersWord.NONE.rows(Feed.BATCHES)).isNull();
    }

    private static void assertFine(ThrowingCallable check) {
        assertThatCode(check).doesNotThrowAnyException();
    }

    private static ArrivedNames names(String... names) {
        return new ArrivedNames(INPUT, List.of(names));
    }

    private static void assertProblem(ThrowingCallable check, Kind kind, String message) {
        assertThat(said(Problems.of(kind, check))).isEqualTo(message);
    }
}
