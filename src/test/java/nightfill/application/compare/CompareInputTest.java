package nightfill.application.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunFacts.Published;
import nightfill.application.watch.RunRecord;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Former;
import nightfill.application.watch.RunRecord.Neighbours;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.ComparedFeed;
import nightfill.domain.watch.ComparedFeed.Match;
import nightfill.domain.watch.InputComparison.Restart;
import nightfill.domain.watch.InputComparison.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompareInputTest {

    private static final RunName NAME = new RunName(LocalDate.of(2026, 11, 20), 1);
    private static final Path FRIDAY = Path.of("/in/2026-11-20");

    private final InMemoryInputFiles files = new InMemoryInputFiles();
    private List<FeedRecord> accepted = List.of(accepted(Feed.BATCHES, "b", 10), accepted(Feed.ORDER_LINES, "o", 20));

    private static FeedRecord accepted(Feed feed, String sha256, long bytes) {
        return new FeedRecord(feed, sha256, bytes, null, Map.of(), 0);
    }

    private Optional<CompareInput.Compared> compared(State state, @Nullable String input) {
        RunRecord record = new RunRecord(
                new RunFacts(7, NAME, state, Terms.USUAL, null, new Published(0, 0)),
                new Chain(null, null, null, new Neighbours(null, null), null, false),
                List.of(),
                List.of(),
                new Former(List.of(), List.of(), null, null),
                new Contents(accepted, Map.of(), List.of(), List.of(), List.of(), input));
        return new CompareInput(files).of(record, Duration.ZERO);
    }

    private String how(State state) {
        CompareInput.Compared compared = compared(state, "/in").orElseThrow();
        assertThat(compared.directory()).isEqualTo(FRIDAY);
        return compared.how().verdict() + " " + compared.how().restart();
    }

    private static String both(Verdict verdict, Restart restart) {
        return verdict + " " + restart;
    }

    private void arrive(Feed feed, String sha256, long bytes) {
        files.lengths.put(feed, bytes);
        files.hashes.put(feed, sha256);
    }

    private void arriveAsAccepted() {
        arrive(Feed.BATCHES, "b", 10);
        arrive(Feed.ORDER_LINES, "o", 20);
    }

    @Test
    void equal_feeds_let_it_go_on() {
        arriveAsAccepted();

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.EQUAL, Restart.GOES_ON));
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.EQUAL, Restart.GOES_ON));
    }

    @Test
    void other_feeds_are_loaded_anew_until_the_former_count() {
        arriveAsAccepted();
        arrive(Feed.ORDER_LINES, "x", 20);

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.DIFFERENT, Restart.LOADS_ANEW));
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.DIFFERENT, Restart.GOES_ON));
    }

    @Test
    void a_file_of_another_length_is_not_read() {
        arriveAsAccepted();
        arrive(Feed.ORDER_LINES, "o", 21);

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.DIFFERENT, Restart.LOADS_ANEW));
        assertThat(files.read).containsExactly("batches.csv");
    }

    @Test
    void a_feed_that_came_in_addition_is_a_difference() {
        arriveAsAccepted();
        arrive(Feed.CANCELLATIONS, "c", 5);

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.DIFFERENT, Restart.LOADS_ANEW));
        assertThat(compared(State.LOADING, "/in").orElseThrow().how().differing())
                .containsExactly(new ComparedFeed(Feed.CANCELLATIONS, Match.NEW, false, 0, 5));
    }

    @Test
    void without_any_feed_it_goes_on_from_its_copies() {
        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.GONE, Restart.GOES_ON));
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.GONE, Restart.GOES_ON));
    }

    @Test
    void where_one_of_two_is_gone_it_waits_for_it() {
        arrive(Feed.BATCHES, "b", 10);

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.DIFFERENT, Restart.WAITS_FOR_FEEDS));
    }

    @Test
    void from_where_input_is_not_seen_nothing_is_said_of_it() {
        files.seen = false;

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.UNSEEN, Restart.GOES_ON));
        assertThat(compared(State.LOADING, "/in").orElseThrow().how().seen()).isFalse();
    }

    @Test
    void what_is_still_being_read_is_not_known() {
        arriveAsAccepted();
        files.hashes.remove(Feed.ORDER_LINES);

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.UNREAD, Restart.NOT_KNOWN));
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.UNREAD, Restart.GOES_ON));
    }

    @Test
    void what_cannot_be_read_is_said() {
        arriveAsAccepted();
        files.unreadable = true;

        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.UNREADABLE, Restart.NOT_KNOWN));
    }

    @Test
    void a_lost_copy_is_taken_from_input_if_that_has_the_same() {
        files.lost = Feed.ORDER_LINES;
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.GONE, Restart.IS_REFUSED));
        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.GONE, Restart.WAITS_FOR_FEEDS));

        arriveAsAccepted();
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.EQUAL, Restart.GOES_ON));
        assertThat(how(State.LOADING)).isEqualTo(both(Verdict.EQUAL, Restart.LOADS_ANEW));

        files.hashes.remove(Feed.ORDER_LINES);
        assertThat(how(State.ALLOCATING)).isEqualTo(both(Verdict.UNREAD, Restart.NOT_KNOWN));
    }

    @Test
    void there_is_nothing_to_compare_of_a_run_that_is_done_or_has_accepted_nothing() {
        arriveAsAccepted();
        assertThat(compared(State.FINISHED, "/in")).isEmpty();
        assertThat(compared(State.ABANDONED, "/in")).isEmpty();
        assertThat(compared(State.LOADING, null)).isEmpty();
        accepted = List.of();
        assertThat(compared(State.LOADING, "/in")).isEmpty();
    }
}
