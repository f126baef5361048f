package nightfill.domain.allocation;

/**
 * What an open line asks for when its turn comes.
 *
 * @param turn that of the line
 * @param quantity in units, at least 1
 * @param part in which the line has its turn
 */
public record Demand(long turn, int quantity, Part part) {

    /** In a night that is not cut. */
    public Demand(long turn, int quantity) {
        this(turn, quantity, Part.WHOLE);
    }
}
