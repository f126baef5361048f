package nightfill.application.night;

import static nightfill.application.problem.Problems.refused;
import static nightfill.harness.InMemoryNightfill.FRIDAY;
import static nightfill.harness.InMemoryNightfill.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nightfill.application.feeds.InMemoryRefusedRows;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryDatabase.Line;
import nightfill.application.run.InMemoryRuns;
import nightfill.application.run.Unseen;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.Terms;
import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.ShrinkLimits.Floored;
import nightfill.domain.words.Share;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.Test;

class TakeEffectTest {

    private static final Path HOME = Path.of("/home");
    private static final Path REJECTS = HOME.resolve("refused/2026-11-20/rejects.csv");
    private static final Floored STRICT = new Floored(Share.percent(0), 1);

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryDisk disk = new InMemoryDisk();
    private final NightPorts ports = NightPorts.inMemory(database);
    private final InMemoryRuns runs = new InMemoryRuns(database);

    @Test
    void the_feeds_of_a_loaded_run_count_and_it_allocates() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,CHAIR,x")
                .read();

        takeEffect(run);

        assertThat(runs.get(run.id()).state()).isEqualTo(State.ALLOCATING);
        assertThat(open()).containsExactly("1");
        assertThat(database.batches.rows()).hasSize(1);
        assertThat(database.rejected.rows()).singleElement().matches(row -> row.reason() == RejectReason.QUANTITY);
        assertThat(runs.feedCounts(run).values())
                .extracting(FeedCounts::applied)
                .containsExactly(1L, 1L);
    }

    @Test
    void a_run_that_has_begun_is_left_as_it_is() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR,10,").read();
        takeEffect(run);
        InMemoryDatabase.Books books = database.books();

        takeEffect(runs.get(run.id()));

        assertThat(database.books()).isEqualTo(books);
        assertThat(database.runs.rows()).hasSize(1);
    }

    @Test
    void what_a_corrected_run_did_is_undone_before_the_correction_counts() {
        Run first = friday().with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2")
                .finish();
        Run correction =
                friday().with(Feed.ORDER_LINES, "2,1,CHAIR,2").replacing(first).read();

        takeEffect(correction);

        assertThat(runs.get(first.id()).state()).isEqualTo(State.REPLACED);
        assertThat(database.batches.rows()).isEmpty();
        assertThat(open()).containsExactly("2");
    }

    @Test
    void lines_that_arrive_tonight_are_dispatched_and_cancelled_before_batches_are_cut() {
        friday().with(Feed.BATCHES, "PO-1,CHAIR,4,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2", "2,1,CHAIR,2")
                .finish();

        takeEffect(new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,2,")
                .with(Feed.ORDER_LINES, "3,1,CHAIR,1")
                .with(Feed.DISPATCHES, "1,1,CHAIR,2")
                .with(Feed.CANCELLATIONS, "2,1,CHAIR,2", "3,1,CHAIR,1")
                .read());

        assertThat(database.releases.rows()).extracting("cause").containsExactly("CANCELLED");
        assertThat(open()).isEmpty();
        assertThat(database.rejected.rows()).isEmpty();
    }

    @Test
    void a_batch_that_is_cut_gives_up_its_newest_lines_until_the_others_fit() {
        friday().with(Feed.BATCHES, "PO-1,CHAIR,6,", "PO-2,LAMP,6,")
                .with(
                        Feed.ORDER_LINES,
                        "1,1,CHAIR,2",
                        "2,1,LAMP,2",
                        "3,1,CHAIR,2",
                        "4,1,LAMP,2",
                        "5,1,CHAIR,2",
                        "6,1,LAMP,2")
                .finish();

        takeEffect(new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,3,", "PO-2,LAMP,5,")
                .read());

        assertThat(open()).containsExactly("3", "5", "6");
        assertThat(database.releases.rows()).extracting("cause").containsOnly("BATCH_REDUCED");
    }

    @Test
    void opening_promises_are_kept_in_feed_order_as_long_as_their_batch_has_enough() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR,5,", "PO-2,CHAIR,5,")
                .with(
                        Feed.ALLOCATIONS,
                        "1,1,CHAIR,3,PO-1",
                        "2,1,CHAIR,3,PO-1",
                        "3,1,CHAIR,2,PO-1",
                        "4,1,CHAIR,5,PO-2",
                        "5,1,CHAIR,1,PO-2")
                .read();

        takeEffect(run);

        assertThat(database.lines.where(Line::isAllocated))
                .extracting(line -> line.line().line().orderId(), Line::batch)
                .containsExactly(tuple("1", "PO-1"), tuple("3", "PO-1"), tuple("4", "PO-2"));
        assertThat(open()).containsExactly("2", "5");
        assertThat(database.rejected.rows()).extracting("reason").containsOnly(RejectReason.DOES_NOT_FIT);
    }

    @Test
    void too_many_rejected_rows_are_refused_and_the_refusal_says_where_they_are() {
        Run run = withBadRows(21).read();

        assertThat(refused(() -> takeEffect(run)))
                .hasMessageContaining("21 of 22 rows")
                .hasMessageContaining(REJECTS.toString());

        assertThat(disk.isFile(REJECTS)).isTrue();
        assertNothingHappened(run);
    }

    @Test
    void as_many_rejected_rows_as_are_allowed_are_no_reason_to_refuse() {
        Run run = withBadRows(20).read();

        takeEffect(run);

        assertThat(runs.get(run.id()).state()).isEqualTo(State.ALLOCATING);
        assertThat(disk.isFile(REJECTS)).isFalse();
    }

    @Test
    void the_limit_of_rejected_rows_is_that_of_the_run() {
        Run run = withBadRows(1).on(new Terms("0", Set.of(), false)).read();

        refused(() -> takeEffect(run));

        assertNothingHappened(run);
    }

    @Test
    void other_rows_than_the_sender_vouches_for_are_refused() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR,10,").read();
        runs.accept(run, new AcceptedFeed(Feed.BATCHES, 10, "a".repeat(64), 2L));

        assertThat(refused(() -> takeEffect(run))).hasMessageContaining("vouches for 2");

        assertNothingHappened(run);
    }

    @Test
    void feeds_that_take_away_too_much_are_refused() {
        Run friday = stockedFriday();
        Run run = shrunkSaturday(Terms.USUAL);

        assertThat(refused(() -> takeEffect(run, STRICT))).hasMessageContaining("releases 1 of 1 promised lines");

        assertNothingHappened(run);
        assertThat(runs.lastFinished()).contains(friday);
        assertThat(database.lines.rows()).singleElement().matches(Line::isAllocated);
    }

    @Test
    void a_refusal_keeps_the_rejects_beside_it_also_where_they_are_not_its_reason() {
        stockedFriday();
        Run run = new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,0,", "PO-2,CHAIR,x,")
                .read();

        assertThat(refused(() -> takeEffect(run, STRICT))).hasMessageContaining("rejects.csv");
    }

    @Test
    void feeds_that_take_away_too_much_are_taken_where_a_person_says_so_and_that_is_noted() {
        stockedFriday();
        Run run = shrunkSaturday(new Terms("", Set.of(Acceptance.SHRUNK_FEEDS), false));

        takeEffect(run, STRICT);

        assertThat(open()).containsExactly("1");
        assertThat(runs.overridden(run)).containsExactly(Acceptance.SHRUNK_FEEDS);
        assertThat(runs.warnings(run)).hasSize(2).allMatch(text -> text.endsWith("; accepted"));
    }

    @Test
    void whole_feeds_are_taken_without_a_word_whatever_a_person_would_accept() {
        stockedFriday();
        Run run = new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,5,")
                .on(new Terms("", Set.of(Acceptance.SHRUNK_FEEDS), false))
                .read();

        takeEffect(run, STRICT);

        assertThat(runs.overridden(run)).isEmpty();
        assertThat(runs.warnings(run)).isEmpty();
    }

    @Test
    void a_person_who_accepts_the_same_feed_has_not_accepted_shrunk_ones() {
        stockedFriday();
        Run run = shrunkSaturday(new Terms("", Set.of(Acceptance.SAME_FEED), false));

        refused(() -> takeEffect(run, STRICT));
    }

    @Test
    void a_run_that_is_run_again_after_a_restore_is_not_judged_again() {
        stockedFriday();
        Run run = new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,0,", "PO-2,CHAIR,x,")
                .on(new Terms("0", Set.of(), true))
                .read();

        takeEffect(run, STRICT);

        assertThat(open()).containsExactly("1");
        assertThat(runs.feedCounts(run).values())
                .extracting(FeedCounts::rejected)
                .containsExactly(1L);
        assertThat(runs.overridden(run)).isEmpty();
    }

    @Test
    void lines_that_were_numbered_anew_are_refused() {
        withLines(40, "").finish();
        Run run = numberedAnew(Terms.USUAL, 10, 29);

        assertThat(refused(() -> takeEffect(run)))
                .hasMessageContaining(
                        "order_lines.csv: 10 of 39 new lines are known under other line numbers (limit 25 %), the first:"
                                + " order 1 line 1 is known without a line number: 2 of CHAIR");

        assertNothingHappened(run);
    }

    @Test
    void they_are_taken_where_a_person_says_so_and_that_is_noted() {
        withLines(40, "").finish();
        Run run = numberedAnew(new Terms("", Set.of(Acceptance.RENUMBERED), false), 10, 29);

        takeEffect(run);

        assertThat(runs.overridden(run)).containsExactly(Acceptance.RENUMBERED);
        assertThat(runs.warnings(run)).singleElement().asString().endsWith("; accepted");
    }

    @Test
    void few_of_them_are_pointed_out_one_by_one() {
        withLines(40, "").finish();
        Run nine = numberedAnew(Terms.USUAL, 9, 0);
        takeEffect(nine);
        assertThat(runs.warnings(nine))
                .hasSize(9)
                .startsWith(
                        "order 1 line 1 is known without a line number: 2 of CHAIR; it is now promised twice, unless"
                                + " one is cancelled");
        assertThat(runs.overridden(nine)).isEmpty();
    }

    @Test
    void as_many_as_a_quarter_are_pointed_out_one_by_one() {
        withLines(40, "").finish();
        Run quarter = numberedAnew(Terms.USUAL, 12, 36);
        takeEffect(quarter);
        assertThat(runs.warnings(quarter))
                .hasSize(12)
                .allMatch(text -> text.endsWith("; it is now promised twice, unless one is cancelled"));
    }

    @Test
    void skus_of_open_lines_that_look_like_known_ones_are_pointed_out() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR-OAK,10,", "PO-2,TABLE,10,", "PO-3,chair-OAK,10,")
                .with(
                        Feed.ORDER_LINES,
                        "1,1,CHAIR\u2011OAK,2",
                        "2,1,CHAIR\u2011OAK,2",
                        "3,1,table,2",
                        "4,1,SOFA,2",
                        "5,1,TABLE,2")
                .read();

        takeEffect(run);

        assertThat(runs.warnings(run))
                .containsExactly(
                        "SKU CHAIR\u2011OAK is not known, but looks like CHAIR-OAK: character 6 is U+2011 NON-BREAKING HYPHEN,"
                                + " in that U+002D HYPHEN-MINUS",
                        "SKU table is not known, but looks like TABLE: character 1 is U+0074 LATIN SMALL LETTER T + U+0061 LATIN"
                                + " SMALL LETTER A + U+0062 LATIN SMALL LETTER B …, in that U+0054 LATIN CAPITAL LETTER T +"
                                + " U+0041 LATIN CAPITAL LETTER A + U+0042 LATIN CAPITAL LETTER B …");
    }

    @Test
    void of_very_many_such_skus_the_first_ten_are_named() {
        Run run = friday().with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(
                        Feed.ORDER_LINES,
                        IntStream.range(0, 12)
                                .mapToObj(joiners -> "1,%d,CHA%sIR,2".formatted(joiners, "\u200D".repeat(joiners + 1)))
                                .toArray(String[]::new))
                .read();

        takeEffect(run);

        assertThat(runs.warnings(run)).hasSize(11).endsWith("2 more SKUs of open lines look like known ones");
    }

    @Test
    void skus_that_a_spreadsheet_has_shortened_are_named() {
        Run run = friday().with(Feed.BATCHES, "PO-1,4.00638E+12,10,", "PO-2,12E5,1,")
                .with(Feed.ORDER_LINES, "1,1,4.00638E+12,2", "2,1,5e+3,2", "3,1,A+B,2", "4,1,4E+12X,2")
                .read();

        takeEffect(run);

        assertThat(runs.warnings(run))
                .containsExactly(
                        "SKU 4.00638E+12 looks like a number that a spreadsheet has shortened: have the column sent as text",
                        "SKU 5e+3 looks like a number that a spreadsheet has shortened: have the column sent as text");
    }

    private PortNight withLines(int orders, String number) {
        return friday().with(
                        Feed.ORDER_LINES,
                        IntStream.rangeClosed(1, orders)
                                .mapToObj(order -> "%d,%s,CHAIR,2".formatted(order, number))
                                .toArray(String[]::new));
    }

    private Run numberedAnew(Terms terms, int known, int others) {
        return new PortNight(ports, SATURDAY)
                .with(
                        Feed.ORDER_LINES,
                        IntStream.rangeClosed(1, known + others)
                                .mapToObj(line -> "%d,1,CHAIR,2".formatted(line <= known ? line : 1000 + line))
                                .toArray(String[]::new))
                .on(terms)
                .read();
    }

    private PortNight friday() {
        return new PortNight(ports, FRIDAY);
    }

    private Run stockedFriday() {
        return friday().with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,2")
                .finish();
    }

    private Run shrunkSaturday(Terms terms) {
        return new PortNight(ports, SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,0,")
                .on(terms)
                .read();
    }

    private PortNight withBadRows(int rows) {
        return friday().with(
                        Feed.BATCHES,
                        IntStream.rangeClosed(0, rows)
                                .mapToObj(row -> "PO-%d,CHAIR,%s,".formatted(row, row == 0 ? "1" : "x"))
                                .toArray(String[]::new));
    }

    private void takeEffect(Run run) {
        takeEffect(run, ShrinkLimits.DEFAULT);
    }

    private void takeEffect(Run run, Floored released) {
        takeEffect(run, new ShrinkLimits(released, released, released, released));
    }

    private void takeEffect(Run run, ShrinkLimits limits) {
        InMemoryRefusedRows refusedRows = new InMemoryRefusedRows(disk, HOME, ports.reports());
        TakeEffect takeEffect = new TakeEffect(runs, ports.ledger(), ports.batches(), refusedRows, limits);
        database.inOne(() -> takeEffect.of(run, new Unseen()));
    }

    private void assertNothingHappened(Run run) {
        assertThat(runs.get(run.id())).isEqualTo(run);
        assertThat(database.rejected.rows()).isEmpty();
        assertThat(database.releases.rows()).isEmpty();
    }

    /** The orders whose lines have no batch, in their turn. */
    private List<String> open() {
        return database.lines
                .where(Line::isOpen)
                .map(line -> line.line().line().orderId())
                .toList();
    }
}
