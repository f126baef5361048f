package nightfill.domain.allocation;

/**
 * An order line and its place in the queue.
 *
 * @param turn lines take their turn in ascending order; unique, and kept for the line's whole life
 */
public record OpenLine(long turn, OrderLine line) {

    public Demand demand() {
        return new Demand(turn, line.quantity());
    }
}
