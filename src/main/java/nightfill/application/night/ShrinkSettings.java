package nightfill.application.night;

import nightfill.domain.shrinkage.ShrinkLimits;
import nightfill.domain.shrinkage.ShrinkLimits.Limit;

/** How much the feeds of one night may take away, as it is written: each a percentage and a floor, {@code 25%,100}. */
public record ShrinkSettings(String released, String arrived, String rows) {

    public static final ShrinkSettings DEFAULT = new ShrinkSettings("25%,100", "25%,50", "10%,1000");

    public static boolean isLimit(String text) {
        return text.matches("(100|[0-9]{1,2})%,[0-9]{1,9}");
    }

    ShrinkLimits limits() {
        return new ShrinkLimits(limit(released), limit(arrived), limit(rows));
    }

    private static Limit limit(String text) {
        String[] parts = text.split("%,", 2);
        return new Limit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
