package nightfill.bench.table;

/**
 * How large and how often.
 *
 * @param scale 1 for the full sizes
 * @param rounds how often each contestant is measured
 */
record Plan(double scale, int rounds) {

    private static final long FEWEST = 100;

    /** So many at the full size. */
    long scaled(long full) {
        return Math.max(FEWEST, Math.round(scale * full));
    }
}
