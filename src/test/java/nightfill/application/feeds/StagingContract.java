package nightfill.application.feeds;

import static nightfill.application.problem.Problems.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.night.NightPorts;
import nightfill.application.report.Report;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What everyone who stages rows must do. */
public abstract class StagingContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    protected abstract NightPorts ports();

    @Test
    void reading_begins_at_the_start_and_goes_on_behind_the_last_row_staged() {
        Run run = open();
        List<FeedRecord> rows = StagedRows.of(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,20,2026-12-01", "PO-3,,x,");
        assertThat(resumeAt(run, Feed.BATCHES)).isEqualTo(Position.START);
        ports().staging().stage(run, Feed.BATCHES, rows.subList(0, 2));
        assertThat(resumeAt(run, Feed.BATCHES)).isEqualTo(rows.get(1).next());
        ports().staging().stage(run, Feed.BATCHES, rows.subList(2, 3));
        assertThat(resumeAt(run, Feed.BATCHES)).isEqualTo(rows.get(2).next());
    }

    @Test
    void each_feed_is_read_by_itself() {
        Run run = open();
        List<FeedRecord> lines = StagedRows.of(Feed.ORDER_LINES, "1001,1,CHAIR,2");
        ports().staging().stage(run, Feed.ORDER_LINES, lines);
        assertThat(resumeAt(run, Feed.ORDER_LINES)).isEqualTo(lines.get(0).next());
        assertThat(resumeAt(run, Feed.DISPATCHES)).isEqualTo(Position.START);
        assertThat(resumeAt(run, Feed.BATCHES)).isEqualTo(Position.START);
    }

    @Test
    void staging_again_changes_nothing() {
        Run run = open();
        List<FeedRecord> rows =
                StagedRows.of(Feed.ORDER_LINES, "1001,1,CHAIR,2", "1001,2,CHAIR,2", "1001,3,CHAIR,2", "1001,4,CHAIR,2");
        ports().staging().stage(run, Feed.ORDER_LINES, rows.subList(0, 2));
        ports().staging().stage(run, Feed.ORDER_LINES, rows.subList(0, 2));
        ports().staging().stage(run, Feed.ORDER_LINES, rows.subList(1, 4));
        ports().staging().stage(run, Feed.ORDER_LINES, List.of());
        assertThat(rowsCounted(run)).isEqualTo(4);
    }

    @Test
    void rows_that_cannot_be_read_are_rejected_as_they_came() {
        Run run = open();
        ports().staging().stage(run, Feed.BATCHES, StagedRows.of(Feed.BATCHES, "=PO,CHAIR,1,", "PO-2,CHAIR,many,"));
        List<List<String>> rejects = rejects(run);
        assertThat(rejects).extracting(row -> row.get(0)).containsExactly("batches.csv", "batches.csv");
        assertThat(rejects).extracting(row -> row.get(1)).containsExactly("2", "3");
        assertThat(rejects).extracting(row -> row.get(2)).containsExactly("IDENTIFIER", "QUANTITY");
        assertThat(rejects).extracting(row -> row.get(4)).containsExactly("'=PO,CHAIR,1,", "PO-2,CHAIR,many,");
    }

    @Test
    void what_another_run_read_is_forgotten_when_the_next_is_opened() {
        Run former = open();
        ports().staging().stage(former, Feed.BATCHES, StagedRows.of(Feed.BATCHES, "PO-1,CHAIR,10,"));
        ports().runs().discard(former);
        Run next = open();
        assertThat(resumeAt(former, Feed.BATCHES)).isEqualTo(Position.START);
        assertThat(resumeAt(next, Feed.BATCHES)).isEqualTo(Position.START);
    }

    @Test
    void a_run_that_has_begun_or_was_discarded_stages_nothing_more() {
        List<FeedRecord> rows = StagedRows.of(Feed.BATCHES, "PO-1,CHAIR,10,");
        Run discarded = open();
        ports().runs().discard(discarded);
        failed(() -> ports().staging().stage(discarded, Feed.BATCHES, rows));
        Run begun = ports().runs().begin(open());
        failed(() -> ports().staging().stage(begun, Feed.BATCHES, rows));
    }

    private Run open() {
        return ports().runs().open(FRIDAY, Terms.USUAL, null);
    }

    private Position resumeAt(Run run, Feed feed) {
        return ports().staging().resumeAt(run, feed);
    }

    private long rowsCounted(Run loading) {
        ports().runs().accept(loading, new AcceptedFeed(Feed.ORDER_LINES, 1, "a".repeat(64), null));
        Run run = ports().runs().begin(loading);
        ports().ledger().loadLines(run);
        ports().ledger().count(run);
        return ports().runs().feedCounts(run).values().stream()
                .mapToLong(FeedCounts::rows)
                .sum();
    }

    private List<List<String>> rejects(Run run) {
        List<List<String>> rejects = new ArrayList<>();
        ports().reports().forEachRow(run, Report.REJECTS, rejects::add);
        return rejects;
    }
}
