package nightfill.bench;

import io.trino.tpch.Distributions;
import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.PartSupplier;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.TextPool;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * TPC-H data as a night: a line item is an order line, a part a SKU, and each of its four suppliers sends one batch.
 *
 * <p>Quantities of the batches are TPC-H's, scaled so that supply is nine tenths of demand. The first supplier's goods lie
 * in the warehouse, those of the others arrive within 40, 80 and 120 days.
 */
final class TpchNight {

    private static final int SUPPLIERS = 4;
    private static final int WINDOW_DAYS = 40;

    /** Comments are not fed, so a small pool of their words does; the usual one takes 300 MB. */
    private static final TextPool WORDS = new TextPool(1 << 20, Distributions.getDefaultDistributions());

    private final double scaleFactor;
    private final LocalDate date;
    private final long demand;
    private final long offered;

    TpchNight(double scaleFactor, LocalDate date) {
        this.scaleFactor = scaleFactor;
        this.date = date;
        this.demand = lineItems().mapToLong(LineItem::getQuantity).sum();
        this.offered =
                partSuppliers().mapToLong(PartSupplier::getAvailableQuantity).sum();
    }

    /** Units ordered. */
    long demand() {
        return demand;
    }

    /** Units bought. */
    long supply() {
        return partSuppliers().mapToLong(this::quantity).sum();
    }

    /** Rows of {@code orderid,line,sku,qty}. */
    Stream<String> orderLines() {
        return lineItems()
                .map(item -> item.getOrderKey() + "," + item.getLineNumber() + "," + item.getPartKey() + ","
                        + item.getQuantity());
    }

    /** Rows of {@code ref,sku,qty,eta}. */
    Stream<String> batches() {
        AtomicInteger read = new AtomicInteger();
        return partSuppliers().map(batch -> row(batch, read.getAndIncrement() % SUPPLIERS));
    }

    /** A row for the batch of that place, counted from 0, among those of its part, which TPC-H writes one after the other. */
    private String row(PartSupplier batch, int place) {
        long part = batch.getPartKey();
        return part + "-" + (place + 1) + "," + part + "," + quantity(batch) + "," + eta(part, place);
    }

    private String eta(long part, int place) {
        if (place == 0) {
            return "";
        }
        long days = 1 + (place - 1) * WINDOW_DAYS + (7 * part + place) % WINDOW_DAYS;
        return date.plusDays(days).toString();
    }

    private long quantity(PartSupplier batch) {
        long scaled = Math.multiplyExact(batch.getAvailableQuantity() * 9L, demand);
        return (scaled + 5 * offered) / (10 * offered);
    }

    private Stream<LineItem> lineItems() {
        var items = new LineItemGenerator(scaleFactor, 1, 1, Distributions.getDefaultDistributions(), WORDS);
        return StreamSupport.stream(items.spliterator(), false);
    }

    private Stream<PartSupplier> partSuppliers() {
        return StreamSupport.stream(new PartSupplierGenerator(scaleFactor, 1, 1, WORDS).spliterator(), false);
    }
}
