package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.night.PortNight;
import nightfill.application.watch.Rejects;
import nightfill.application.watch.Rejects.Reject;
import nightfill.application.watch.Rejects.Which;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRejectsIT {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final Rejects rejects = new PostgresRejects(
            new Reading(new ReadingSessions(DATABASE.database().connection())));

    private static PortNight friday() {
        return new PortNight(DATABASE.ports(), FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,x,", "PO-2,LAMP,2,2026-12-01")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,0", "2,1,CHAIR,3", "=3,1,LAMP,4", "4,1,DESK,-1")
                .with(Feed.DISPATCHES, "9,1,CHAIR,2");
    }

    private List<String> rows(Run run, Which which) {
        return rejects.page(run.id(), which, null, 10).stream()
                .map(reject -> "%s %d %s"
                        .formatted(reject.key().feed().label(), reject.key().row(), reject.reason()))
                .toList();
    }

    @Test
    void they_come_by_feed_and_row_page_after_page() {
        Run run = friday().finish();
        List<Reject> first = rejects.page(run.id(), Which.ALL, null, 2);
        List<Reject> second = rejects.page(run.id(), Which.ALL, first.get(1).key(), 10);

        assertThat(first)
                .extracting(Reject::key)
                .containsExactly(new Rejects.Key(Feed.BATCHES, 1), new Rejects.Key(Feed.ORDER_LINES, 1));
        assertThat(second)
                .extracting(Reject::key)
                .containsExactly(
                        new Rejects.Key(Feed.ORDER_LINES, 3),
                        new Rejects.Key(Feed.ORDER_LINES, 4),
                        new Rejects.Key(Feed.DISPATCHES, 1));
        assertThat(first.get(0).raw()).isEqualTo("PO-1,CHAIR,x,");
    }

    @Test
    void they_are_selected_by_feed_and_reason() {
        Run run = friday().finish();

        assertThat(rows(run, new Which(Feed.ORDER_LINES, "QUANTITY")))
                .containsExactly("order_lines 1 QUANTITY", "order_lines 4 QUANTITY");
        assertThat(rows(run, new Which(null, "UNKNOWN_LINE"))).containsExactly("dispatches 1 UNKNOWN_LINE");
    }

    @Test
    void of_a_run_that_loads_they_are_those_read_so_far() {
        Run run = friday().read();

        assertThat(rows(run, Which.ALL))
                .containsExactly(
                        "batches 1 QUANTITY",
                        "order_lines 1 QUANTITY",
                        "order_lines 3 IDENTIFIER",
                        "order_lines 4 QUANTITY");
    }
}
