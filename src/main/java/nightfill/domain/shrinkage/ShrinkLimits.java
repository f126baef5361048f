package nightfill.domain.shrinkage;

/**
 * How much the feeds of one night may take away.
 *
 * @param released promised lines or units that batches which were cut give up; the floor is in lines
 * @param arrived batches at sea that lose their ETA; the floor is in batches
 * @param rows what a feed must have of its usual rows; the floor is in usual rows
 */
public record ShrinkLimits(Limit released, Limit arrived, Limit rows) {

    /**
     * A share, and from where on it counts.
     *
     * @param percent 0 to 100
     * @param floor below which no share is too much
     */
    public record Limit(int percent, int floor) {

        boolean isExceeded(long part, long whole) {
            return part * 100 > whole * percent;
        }

        boolean isMissed(long part, long whole) {
            return part * 100 < whole * percent;
        }
    }
}
