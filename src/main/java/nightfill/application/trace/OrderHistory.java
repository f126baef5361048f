package nightfill.application.trace;

import java.util.List;
import java.util.Optional;
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
    record Key(long run, int step, long turn) {

        private static final String TEXT = "[0-9]{1,18}-[0-9]{1,3}-[0-9]{1,18}";

        /** As an address has it; nothing where that is no place of an event. */
        public static Optional<Key> parse(String text) {
            if (!text.matches(TEXT)) {
                return Optional.empty();
            }
            String[] parts = text.split("-", 3);
            return Optional.of(new Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        }

        /** As an address has it. */
        public String text() {
            return run + "-" + step + "-" + turn;
        }
    }

    /**
     * One thing that happened to a line.
     *
     * @param what for people, such as {@code allocated to PO-7 (ETA 2026-12-01)}
     * @param undone whether the run was undone later
     */
    record Event(Key key, OrderLine line, RunName run, String what, boolean undone) {}
}
