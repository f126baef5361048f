package nightfill.application.figures;

/**
 * A count and its units.
 *
 * @param lines order lines, or batches where stock is meant
 */
public record Tally(long lines, long units) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally plus(Tally other) {
        return new Tally(lines + other.lines, units + other.units);
    }

    public Tally minus(Tally other) {
        return new Tally(lines - other.lines, units - other.units);
    }
}
