package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.domain.feed.Feed;
import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.InputComparison;
import nightfill.domain.watch.InputComparison.Restart;
import nightfill.domain.watch.InputComparison.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputWordsTest {

    private static ComparedFeed feed(Match match, boolean kept) {
        return new ComparedFeed(Feed.ORDER_LINES, match, kept, 1000, 2000);
    }

    @ParameterizedTest
    @EnumSource
    void each_feed_is_said_in_a_word_and_in_a_few(Match match) {
        assertThat(InputWords.mark(match).word()).isNotBlank();
        assertThat(InputWords.found(feed(match, true))).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void another_length_is_said_in_figures() {
        assertThat(InputWords.found(feed(Match.DIFFERENT, true)))
                .isEqualTo("another file, of 2,000 bytes instead of 1,000");
        assertThat(InputWords.found(new ComparedFeed(Feed.BATCHES, Match.DIFFERENT, true, 5, 5)))
                .isEqualTo("another file of the same length");
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_is_a_clause_for_itself_and_beside_the_copies(Verdict verdict) {
        assertThat(InputWords.verdict(verdict)).startsWith("INPUT ").doesNotEndWith(".");
        assertThat(InputWords.beside(verdict)).contains("INPUT").doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void what_running_again_would_do_is_a_clause(Restart restart) {
        assertThat(InputWords.restart(restart)).contains(" it ").doesNotEndWith(".");
    }

    @Test
    void what_differs_and_is_not_used_has_a_way_to_use_it() {
        assertThat(InputWords.advice(new InputComparison(true, true, List.of(feed(Match.DIFFERENT, true)))))
                .isEqualTo("To have the feeds that are in INPUT now, abandon the run and run the date again");
        assertThat(InputWords.advice(new InputComparison(true, true, List.of(feed(Match.EQUAL, true)))))
                .isEmpty();
        assertThat(InputWords.advice(new InputComparison(true, true, List.of(feed(Match.ABSENT, false)))))
                .startsWith("Put the lost file back");
    }
}
