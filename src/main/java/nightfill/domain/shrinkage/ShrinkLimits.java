package nightfill.domain.shrinkage;

import java.util.Optional;
import nightfill.domain.words.Share;

/**
 * How much the feeds of one night may take away.
 *
 * @param released promised lines or units that batches which were cut give up; the floor is in lines
 * @param arrived batches at sea that lose their ETA; the floor is in batches
 * @param lacked batches with goods that a list of all batches lacks; the floor is in batches
 * @param rows what a feed must have of its usual rows; the floor is in usual rows
 */
public record ShrinkLimits(Floored released, Floored arrived, Floored lacked, Floored rows) {

    public static final ShrinkLimits DEFAULT = new ShrinkLimits(
            new Floored(Share.percent(25), 100),
            new Floored(Share.percent(25), 50),
            new Floored(Share.percent(25), 50),
            new Floored(Share.percent(10), 1000));

    /**
     * A share, and from where on it counts.
     *
     * @param floor below which no share is too much
     */
    public record Floored(Share share, int floor) {

        /** Reads {@code 25%,100}; nothing when it is no percentage and floor. */
        public static Optional<Floored> parse(String text) {
            String[] parts = text.split(",", -1);
            return parts.length == 2 && parts[1].matches("[0-9]{1,9}")
                    ? Share.parse(parts[0]).map(share -> new Floored(share, Integer.parseInt(parts[1])))
                    : Optional.empty();
        }

        /** As it is written. */
        @Override
        public String toString() {
            return share.toString().replace(" ", "") + "," + floor;
        }
    }
}
