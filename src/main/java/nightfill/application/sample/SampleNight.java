package nightfill.application.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * One invented night, as rows of CSV without line ends; equal arguments give equal rows on every machine.
 *
 * <p>Nights of one seed share their articles, and nothing else: order ids and references bear the date, so that every
 * night adds to the ones before. About nine tenths of what is ordered has been bought, and each reason for a line to
 * stay open occurs. Memory grows with the articles, of which there are at most 40,000, never with the lines.
 */
public final class SampleNight {

    private final LocalDate date;
    private final String day;
    private final long seed;
    private final Catalogue catalogue;
    private final Orders orders;

    public SampleNight(LocalDate date, long lines, long seed) {
        this.date = date;
        this.day = DateTimeFormatter.BASIC_ISO_DATE.format(date);
        this.seed = seed;
        this.catalogue = new Catalogue(seed, lines);
        this.orders = new Orders(date, lines, seed, catalogue);
    }

    /** Rows of {@code orderid,line,sku,qty}. */
    public Stream<String> orderLines() {
        return orders.lines().map(this::row);
    }

    /** Rows of {@code ref,sku,qty,eta}. */
    public Stream<String> batches() {
        return new Purchases(date, seed, orders.demand()).batches().map(this::row);
    }

    private String row(Orders.Line line) {
        return line.country() + "-" + day + "-" + Digits.padded(line.order(), 7) + "," + line.number() + ","
                + catalogue.sku(line.rank()) + "," + line.quantity();
    }

    private String row(Purchases.Batch batch) {
        String eta = batch.eta() == null ? "" : batch.eta().toString();
        return "PO-" + day + "-" + Digits.padded(batch.rank() + 1, 5) + "-" + Digits.padded(batch.number(), 2) + ","
                + catalogue.sku(batch.rank()) + "," + batch.quantity() + "," + eta;
    }
}
