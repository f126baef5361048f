package nightfill.adapter.postgres.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.application.night.PortNight;
import nightfill.application.urgent.UrgentRequest;
import nightfill.domain.access.Actor;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrderHistoryIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final String AT_ONCE = "2026-11-20 run 1: allocated at once to PO-1 (ETA 2026-12-01)";

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    @Test
    void a_line_that_was_allocated_at_once_has_its_batch_before_any_night_knows_it() {
        friday();
        assertThat(history()).containsExactly(AT_ONCE);
    }

    @Test
    void the_night_that_takes_it_in_loads_and_allocates_it() {
        friday();
        night(FRIDAY.plusDays(1)).with(Feed.URGENT, "U-1,1,CHAIR,2,PO-1").finish();
        assertThat(history())
                .containsExactly(
                        AT_ONCE, "2026-11-21 run 1: loaded", "2026-11-21 run 1: allocated to PO-1 (ETA 2026-12-01)");
    }

    private static void friday() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,4")
                .finish();
        NightDatabase.allocateLine(DATABASE.database().dataSource())
                .of(new UrgentRequest(
                        new OrderLine("U-1", "1", "CHAIR", 2),
                        new Actor(Actor.Kind.TOKEN, "shop", "127.0.0.1"),
                        Optional.empty()));
    }

    private static PortNight night(LocalDate date) {
        return new PortNight(DATABASE.ports(), date);
    }

    private static List<String> history() {
        return new PostgresOrderHistory(DATABASE.database().jdbc())
                .of("U-1").stream()
                        .map(event -> event.run().title() + ": " + event.what())
                        .toList();
    }
}
