package nightfill.application.trace;

import java.util.List;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/** All that ever happened to the lines of an order. */
public interface OrderHistory {

    /** By line, then in the order in which it happened. */
    List<Event> of(String orderId);

    /**
     * Of a few lines, run by run, in the order in which it happened.
     *
     * @param after null for the first ones
     */
    List<Event> page(String orderId, Turns turns, @Nullable Key after, int most);

    /** The lines of which turns: those behind one, up to another one. */
    record Turns(long after, long last) {}

    /**
     * The place of an event.
     *
     * @param step of the run
     * @param turn of the line
     */
    record Key(long run, int step, long turn) {}

    /**
     * One thing that happened to a line.
     *
     * @param what for people, such as {@code allocated to PO-7 (ETA 2026-12-01)}
     * @param undone whether the run was undone later
     */
    record Event(Key key, OrderLine line, RunName run, String what, boolean undone) {}
}
