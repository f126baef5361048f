package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.postgres.night.NightDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.figures.Tally;
import nightfill.application.look.Names.Kind;
import nightfill.application.night.PortNight;
import nightfill.application.watch.StockRecords;
import nightfill.application.watch.StockRecords.HeldLine;
import nightfill.application.watch.StockRecords.Sku;
import nightfill.application.watch.StockRecords.Stock;
import nightfill.application.watch.StockRecords.Supply;
import nightfill.application.watch.StockRecords.Value;
import nightfill.application.watch.StockRecords.WaitingLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStockRecordsIT {

    @RegisterExtension
    static final NightDatabase DATABASE = new NightDatabase();

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final Reading reading =
            new Reading(new ReadingSessions(DATABASE.database().connection()));
    private final StockRecords stock = new PostgresStockRecords(reading);

    @BeforeEach
    void work() {
        new PortNight(DATABASE.ports(), FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,2026-12-01", "PO-2,CHAIR,2,")
                .with(Feed.ORDER_LINES, "1,1,CHAIR,4", "2,1,CHAIR,6", "3,1,CHAIR,3", "4,1,CHAIR,2", "5,1,DESK,1")
                .finish();
        new PortNight(DATABASE.ports(), SATURDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,11,")
                .with(Feed.ORDER_LINES, "6,1,CHAIR,9")
                .with(Feed.DISPATCHES, "1,1,CHAIR,4")
                .finish();
    }

    @Test
    void a_batch_has_what_it_has_and_had() {
        assertThat(stock.batch("PO-1"))
                .contains(new StockRecords.Batch(
                        new Stock("PO-1", "CHAIR", null, 11, 6, 4),
                        List.of(
                                new Value(new RunName(FRIDAY, 1), 10, DECEMBER),
                                new Value(new RunName(SATURDAY, 1), 11, null))));
        assertThat(stock.batch("PO-1").orElseThrow().stock().available()).isEqualTo(1);
        assertThat(stock.batch("PO-9")).isEmpty();
    }

    @Test
    void the_lines_of_a_batch_come_by_turn_page_after_page() {
        List<HeldLine> first = stock.heldBy("PO-1", 0, 1);
        List<HeldLine> second = stock.heldBy("PO-1", first.get(0).turn(), 5);

        assertThat(first)
                .extracting(HeldLine::line, HeldLine::dispatched)
                .containsExactly(tuple(new OrderLine("1", "1", "CHAIR", 4), true));
        assertThat(second)
                .extracting(HeldLine::line, HeldLine::dispatched)
                .containsExactly(tuple(new OrderLine("2", "1", "CHAIR", 6), false));
        assertThat(second).extracting(HeldLine::since).containsExactly(new RunName(FRIDAY, 1));
    }

    @Test
    void a_sku_has_batches_and_waiting_lines() {
        assertThat(stock.sku("CHAIR"))
                .contains(new Sku(
                        "CHAIR",
                        List.of(new Stock("PO-1", "CHAIR", null, 11, 6, 4), new Stock("PO-2", "CHAIR", null, 2, 2, 0)),
                        new Supply(1, null),
                        new Tally(2, 12)));
        assertThat(stock.sku("DESK")).contains(new Sku("DESK", List.of(), new Supply(0, null), new Tally(1, 1)));
        assertThat(stock.sku("LAMP")).isEmpty();
    }

    @Test
    void waiting_lines_say_since_when_and_why() {
        List<WaitingLine> waiting = stock.waitingFor("CHAIR", 0, 10);

        assertThat(waiting)
                .extracting(WaitingLine::line, WaitingLine::since, WaitingLine::reason)
                .containsExactly(
                        tuple(new OrderLine("3", "1", "CHAIR", 3), FRIDAY, "SHORT"),
                        tuple(new OrderLine("6", "1", "CHAIR", 9), SATURDAY, "SHORT"));
        assertThat(stock.waitingFor("CHAIR", waiting.get(0).turn(), 10)).isEqualTo(waiting.subList(1, 2));
    }

    @Test
    void what_a_night_under_way_has_given_a_batch_waits_no_more() {
        new PortNight(DATABASE.ports(), SATURDAY.plusDays(1))
                .with(Feed.BATCHES, "PO-3,CHAIR,3,")
                .allocate();

        assertThat(stock.waitingFor("CHAIR", 0, 10))
                .extracting(WaitingLine::line)
                .containsExactly(new OrderLine("6", "1", "CHAIR", 9));
        assertThat(stock.sku("CHAIR").orElseThrow().waiting()).isEqualTo(new Tally(1, 9));
    }

    @Test
    void a_sku_that_a_night_brings_is_known_once_its_feeds_take_effect() {
        new PortNight(DATABASE.ports(), SATURDAY.plusDays(1))
                .with(Feed.BATCHES, "PO-3,CHAIR,3,")
                .with(Feed.ORDER_LINES, "7,1,SOFA,1")
                .read();

        assertThat(stock.sku("SOFA")).isEmpty();
        assertThat(new PostgresNames(reading).called("SOFA")).isEmpty();
        assertThat(stock.sku("CHAIR")).isPresent();

        DATABASE.database().update("update run set state = 'ALLOCATING' where state = 'LOADING'");
        assertThat(stock.sku("SOFA")).isPresent();
        assertThat(new PostgresNames(reading).called("SOFA")).containsExactly(Kind.SKU);
    }
}
