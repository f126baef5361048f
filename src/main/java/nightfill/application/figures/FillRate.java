package nightfill.application.figures;

import java.util.OptionalInt;

/**
 * How much of what took part in a night's allocation found a batch: allocated / (allocated + still open). It never
 * says that all did while anything is open.
 */
public record FillRate(long allocated, long open) {

    public static FillRate of(Summary.Flow flow) {
        return new FillRate(
                flow.outcome().allocated(),
                flow.outcome().unallocated().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    public long tookPart() {
        return allocated + open;
    }

    /** Rounded down; nothing where nothing took part. */
    public OptionalInt tenthsOfPercent() {
        if (tookPart() == 0) {
            return OptionalInt.empty();
        }
        // beyond, the last digits of the whole no longer show in a thousandth of it
        boolean exact = tookPart() <= Long.MAX_VALUE / 1000;
        long tenths = exact ? allocated * 1000 / tookPart() : allocated / (tookPart() / 1000);
        return OptionalInt.of((int) Math.min(tenths, open == 0 ? 1000 : 999));
    }
}
