package nightfill.application.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.application.urgent.UrgentAnswer.Closed;
import nightfill.application.urgent.UrgentAnswer.KeyTaken;
import nightfill.application.urgent.UrgentAnswer.NightUnfinished;
import nightfill.application.urgent.UrgentAnswer.OutOfStock;
import nightfill.application.urgent.UrgentAnswer.Promised;
import nightfill.domain.access.Actor;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.night.LineState;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What allocating a line at once must do, whatever keeps the lines. */
public abstract class AllocateLineContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Actor SHOP = new Actor(Actor.Kind.TOKEN, "shop", "127.0.0.1");

    protected abstract NightPorts ports();

    protected abstract AllocateLine allocateLine();

    protected abstract UrgentPromises promises();

    /** What the audit trail says was done, each as act, subject and message. */
    protected abstract List<String> trail();

    @Test
    void a_line_gets_the_batch_that_is_preferred_of_those_that_can_take_it_whole() {
        friday();
        assertThat(allocate("U-1", 7)).isEqualTo(new Promised("PO-2", DECEMBER, true));
        assertThat(allocate("U-2", 6)).isEqualTo(new Promised("PO-1", null, true));
        assertThat(trail())
                .containsExactly(
                        "allocate at once, order U-1 line 1, batch PO-2",
                        "allocate at once, order U-2 line 1, batch PO-1");
    }

    @Test
    void what_was_promised_at_once_is_not_promised_again() {
        friday();
        allocate("U-1", 6);
        assertThat(allocate("U-2", 6)).isEqualTo(new Promised("PO-2", DECEMBER, true));
        assertThat(allocate("U-3", 6)).isEqualTo(new OutOfStock(ShortageReason.SHORT));
        assertThat(allocate("U-4", 4)).isEqualTo(new Promised("PO-2", DECEMBER, true));
    }

    @Test
    void a_line_that_no_batch_can_take_is_told_why_and_leaves_nothing() {
        friday();
        assertThat(allocate("U-1", 11)).isEqualTo(new OutOfStock(ShortageReason.NO_SINGLE_BATCH));
        assertThat(allocate("U-2", 99)).isEqualTo(new OutOfStock(ShortageReason.SHORT));
        assertThat(allocateLine().of(request(new OrderLine("U-3", "1", "LAMP", 1), Optional.empty())))
                .isEqualTo(new OutOfStock(ShortageReason.UNKNOWN_SKU));
        assertThat(promises().before(open())).isEmpty();
        assertThat(trail()).isEmpty();
    }

    @Test
    void the_same_line_gets_the_same_answer_and_is_kept_once() {
        friday();
        allocate("U-1", 6);
        assertThat(allocate("U-1", 6)).isEqualTo(new Promised("PO-1", null, false));
        assertThat(promises().before(open())).hasSize(1);
        assertThat(trail()).hasSize(1);
    }

    @Test
    void a_key_is_for_one_line() {
        friday();
        Optional<String> key = Optional.of("4711");
        assertThat(allocateLine().of(request(line("U-1", 1), key))).isEqualTo(new Promised("PO-1", null, true));
        assertThat(allocateLine().of(request(line("U-1", 1), key))).isEqualTo(new Promised("PO-1", null, false));
        assertThat(allocateLine().of(request(line("U-2", 1), key))).isEqualTo(new KeyTaken());
        UrgentRequest another = new UrgentRequest(line("U-2", 1), new Actor(Actor.Kind.TOKEN, "till", "::1"), key);
        assertThat(allocateLine().of(another)).isEqualTo(new Promised("PO-1", null, true));
    }

    @Test
    void a_line_that_nights_know_gets_what_they_gave_it() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,4", "1002,1,CHAIR,50", "1003,1,CHAIR,1")
                .with(Feed.CANCELLATIONS, "1003,1,CHAIR,1")
                .finish();
        assertThat(allocate("1001", 4)).isEqualTo(new Promised("PO-1", null, false));
        assertThat(allocate("1002", 50)).isEqualTo(new OutOfStock(ShortageReason.SHORT));
        assertThat(allocate("1003", 1)).isEqualTo(new Closed(LineState.CANCELLED));
        assertThat(promises().before(open())).isEmpty();
    }

    @Test
    void a_line_that_the_next_night_has_taken_in_gets_what_was_promised() {
        friday();
        allocate("U-1", 6);
        night(SATURDAY).with(Feed.URGENT, "U-1,1,CHAIR,6,PO-1").finish();
        assertThat(allocate("U-1", 6)).isEqualTo(new Promised("PO-1", null, false));
        assertThat(allocate("U-2", 1)).isEqualTo(new Promised("PO-2", DECEMBER, true));
    }

    @Test
    void nothing_is_allocated_at_once_while_a_night_is_unfinished() {
        friday();
        Run loading = open();
        assertThat(allocate("U-1", 1)).isEqualTo(new NightUnfinished(loading));
        ports().runs().discard(loading);
        assertThat(allocate("U-1", 1)).isInstanceOf(Promised.class);
        Run allocating = night(SATURDAY).takeEffect();
        assertThat(allocate("U-2", 1)).isEqualTo(new NightUnfinished(allocating));
    }

    private void friday() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,", "PO-2,CHAIR,10,2026-12-01")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,4")
                .finish();
    }

    private UrgentAnswer allocate(String orderId, int quantity) {
        return allocateLine().of(request(line(orderId, quantity), Optional.empty()));
    }

    private static UrgentRequest request(OrderLine line, Optional<String> key) {
        return new UrgentRequest(line, SHOP, key);
    }

    private static OrderLine line(String orderId, int quantity) {
        return new OrderLine(orderId, "1", "CHAIR", quantity);
    }

    private Run open() {
        return ports().runs().open(SATURDAY, Terms.USUAL, null);
    }

    private PortNight night(LocalDate date) {
        return new PortNight(ports(), date);
    }
}
