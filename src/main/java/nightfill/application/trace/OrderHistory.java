package nightfill.application.trace;

import java.util.List;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.run.RunName;

/** All that ever happened to the lines of an order. */
public interface OrderHistory {

    /** By line, then in the order in which it happened. */
    List<Event> of(String orderId);

    /**
     * One thing that happened to a line.
     *
     * @param what for people, such as {@code allocated to PO-7 (ETA 2026-12-01)}
     * @param undone whether the run was undone later
     */
    record Event(OrderLine line, RunName run, String what, boolean undone) {}
}
