package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.postgres.history.PostgresOrderHistory;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.look.Names.Kind;
import nightfill.application.look.OrderRecords;
import nightfill.application.look.OrderRecords.Line;
import nightfill.application.look.OrderRecords.Promise;
import nightfill.application.night.PortNight;
import nightfill.application.trace.OrderHistory;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.application.trace.OrderHistory.Turns;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.LineState;
import nightfill.domain.run.RunName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresOrderRecordsIT {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    private static final RunName FRIDAY = new RunName(LocalDate.of(2026, 11, 20), 1);
    private static final RunName SATURDAY = new RunName(LocalDate.of(2026, 11, 21), 1);

    private static final Turns ALL = new Turns(0, Long.MAX_VALUE);

    private final ReadingSessions sessions =
            new ReadingSessions(DATABASE.database().connection());
    private final OrderRecords orders = new PostgresOrderRecords(new Reading(sessions));
    private final OrderHistory history = new PostgresOrderHistory(JdbcClient.create(sessions));

    @BeforeEach
    void work() {
        new PortNight(DATABASE.ports(), FRIDAY.date())
                .with(Feed.BATCHES, "1,CHAIR,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,4", "1,2,CHAIR,5", "1,3,CHAIR,6", "1,4,DESK,1")
                .finish();
        new PortNight(DATABASE.ports(), SATURDAY.date())
                .with(Feed.BATCHES, "1,CHAIR,10,2026-12-09")
                .with(Feed.ORDER_LINES, "2,1,CHAIR,9")
                .with(Feed.DISPATCHES, "1,1,CHAIR,4")
                .with(Feed.CANCELLATIONS, "1,3,CHAIR,6")
                .finish();
    }

    @Test
    void the_lines_of_an_order_are_as_they_are_now() {
        assertThat(orders.lines("1", 0, 10))
                .extracting(line -> line.line().lineNumber(), Line::status, Line::promise, Line::reason, Line::loaded)
                .containsExactly(
                        tuple("1", LineState.DISPATCHED, promise(), "", FRIDAY),
                        tuple("2", LineState.ALLOCATED, promise(), "", FRIDAY),
                        tuple("3", LineState.CANCELLED, null, "", FRIDAY),
                        tuple("4", LineState.OPEN, null, "UNKNOWN_SKU", FRIDAY));
        assertThat(orders.lines("9", 0, 10)).isEmpty();
    }

    private static Promise promise() {
        return new Promise("1", LocalDate.of(2026, 12, 9), FRIDAY);
    }

    @Test
    void they_come_by_turn_page_after_page() {
        List<Line> first = orders.lines("1", 0, 3);

        assertThat(orders.lines("1", first.get(2).turn(), 3))
                .extracting(line -> line.line().lineNumber())
                .containsExactly("4");
    }

    @Test
    void what_happened_comes_run_by_run_page_after_page() {
        List<Event> all = history.page("1", ALL, null, 100);
        List<Event> first = history.page("1", ALL, null, 3);

        assertThat(all)
                .extracting(event -> event.line().lineNumber(), Event::run, Event::what)
                .containsSubsequence(
                        tuple("4", FRIDAY, "loaded"),
                        tuple("1", FRIDAY, "allocated to 1 (ETA 2026-12-01)"),
                        tuple("4", FRIDAY, "out of stock (UNKNOWN_SKU)"),
                        tuple("1", SATURDAY, "dispatched"),
                        tuple("3", SATURDAY, "cancelled"),
                        tuple("2", SATURDAY, "promised anew: 1 (ETA 2026-12-09)"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(history.of("1"));
        assertThat(first).isEqualTo(all.subList(0, 3));
        assertThat(history.page("1", ALL, first.get(2).key(), 100)).isEqualTo(all.subList(3, all.size()));
    }

    @Test
    void what_happened_to_some_lines_comes_alone() {
        long second = orders.lines("1", 0, 2).get(1).turn();

        assertThat(history.page("1", new Turns(second, second + 1), null, 100))
                .extracting(event -> event.line().lineNumber())
                .containsOnly("3");
    }

    @Test
    void a_name_may_be_that_of_several_things() {
        PostgresNames names = new PostgresNames(new Reading(sessions));

        assertThat(names.called("1")).containsExactly(Kind.ORDER, Kind.BATCH);
        assertThat(names.called("CHAIR")).containsExactly(Kind.SKU);
        assertThat(names.called("chair")).isEmpty();
    }
}
