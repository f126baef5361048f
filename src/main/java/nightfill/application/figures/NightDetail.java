package nightfill.application.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What only a run's rows show, counted in the database: of a night of any size, a page.
 *
 * @param shortSkus the SKUs with open lines, of which {@code worst} are those with the most open units
 * @param stock by place; one without batches may be absent
 * @param openSince the open lines by the business date that first loaded them
 * @param promises those of {@code promises.csv} by cause
 */
public record NightDetail(
        long shortSkus,
        List<ShortSku> worst,
        Map<Place, Holding> stock,
        SortedMap<LocalDate, Tally> openSince,
        Map<String, Tally> promises,
        List<Rejected> rejected) {

    /** Where goods are: here, or at sea and due on the business date or later, or before it. */
    public enum Place {
        WAREHOUSE,
        DUE,
        OVERDUE
    }

    /**
     * Goods that have not left for a customer.
     *
     * @param batches with such goods
     * @param promised the lines that wait for them
     */
    public record Holding(long batches, long units, Tally promised) {

        public static final Holding NONE = new Holding(0, 0, Tally.NONE);

        public long free() {
            return units - promised.units();
        }

        public Holding plus(Holding other) {
            return new Holding(batches + other.batches, units + other.units, promised.plus(other.promised));
        }
    }

    /**
     * A SKU that lines wait for.
     *
     * @param since business date that first loaded its oldest open line
     * @param free units that no line has, in all its batches
     * @param nextEta the first date, from the business date on, on which goods of it are due, promised or not
     * @param overdueSince the earliest ETA before the business date of goods that are not here yet
     */
    public record ShortSku(
            String sku,
            Tally open,
            LocalDate since,
            long free,
            @Nullable LocalDate nextEta,
            @Nullable LocalDate overdueSince) {}

    /** Rows of a feed that were rejected for a reason. */
    public record Rejected(String file, String reason, long rows) {}
}
