package nightfill.application.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nightfill.application.night.NightPorts;
import nightfill.application.night.PortNight;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lines that were allocated at once must be to the nights that follow. */
public abstract class UrgentPromisesContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate SUNDAY = FRIDAY.plusDays(2);
    private static final LineRow FIRST = promise("U-2", "1", 2);
    private static final LineRow SECOND = promise("U-1", "", 3);

    protected abstract NightPorts ports();

    protected abstract UrgentPromises promises();

    @Test
    void the_next_run_takes_them_in_as_they_were_made() {
        friday();
        promise(FIRST);
        promise(SECOND);
        assertThat(promises().before(open(SATURDAY, null))).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_night_without_any_takes_in_none() {
        friday();
        assertThat(promises().before(open(SATURDAY, null))).isEmpty();
    }

    @Test
    void one_that_a_run_has_loaded_is_not_taken_in_again() {
        friday();
        promise(FIRST);
        night(SATURDAY).with(Feed.URGENT, "U-2,1,CHAIR,2,PO-1").finish();
        promise(SECOND);
        assertThat(promises().before(open(SUNDAY, null))).containsExactly(SECOND);
    }

    @Test
    void a_run_takes_in_the_same_for_as_long_as_it_is_unfinished() {
        friday();
        promise(FIRST);
        Run run = night(SATURDAY).with(Feed.URGENT, "U-2,1,CHAIR,2,PO-1").allocate();
        assertThat(promises().before(run)).containsExactly(FIRST);
    }

    @Test
    void a_correction_takes_in_what_the_run_before_took_in_and_what_was_promised_since() {
        friday();
        promise(FIRST);
        Run saturday = night(SATURDAY).with(Feed.URGENT, "U-2,1,CHAIR,2,PO-1").finish();
        promise(SECOND);
        assertThat(promises().before(open(SATURDAY, saturday))).containsExactly(FIRST, SECOND);
    }

    @Test
    void a_correction_that_allocates_still_takes_in_the_same() {
        friday();
        promise(FIRST);
        Run saturday = night(SATURDAY).with(Feed.URGENT, "U-2,1,CHAIR,2,PO-1").finish();
        ports().ledger().undo(saturday);
        Run correction = night(SATURDAY)
                .with(Feed.URGENT, "U-2,1,CHAIR,2,PO-1")
                .replacing(saturday)
                .allocate();
        assertThat(promises().before(correction)).containsExactly(FIRST);
    }

    @Test
    void one_that_is_put_back_is_known_once() {
        friday();
        promise(FIRST);
        promise(FIRST);
        assertThat(promises().before(open(SATURDAY, null))).containsExactly(FIRST);
    }

    private void friday() {
        night(FRIDAY)
                .with(Feed.BATCHES, "PO-1,CHAIR,10,")
                .with(Feed.ORDER_LINES, "1001,1,CHAIR,1")
                .finish();
    }

    private void promise(LineRow promise) {
        promises().putBack(List.of(promise));
    }

    private static LineRow promise(String orderId, String lineNumber, int quantity) {
        return new LineRow(new OrderLine(orderId, lineNumber, "CHAIR", quantity), "PO-1");
    }

    private Run open(LocalDate date, @Nullable Run replaces) {
        return ports().runs().open(date, Terms.USUAL, replaces);
    }

    private PortNight night(LocalDate date) {
        return new PortNight(ports(), date);
    }
}
