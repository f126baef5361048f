package nightfill.domain.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.words.Eta;
import nightfill.domain.words.Identifiers;
import nightfill.domain.words.Quantities;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/** Turns the fields of one record into what the row says, or into the first reason to reject it. */
public final class RowParser {

    private static final RowParser ORDER_LINE = new RowParser(
            Feed.ORDER_LINES,
            new Header.Columns(Map.of("orderid", 0, "line", 1, "sku", 2, "qty", 3), 4, List.of(), Rules.CURRENT));

    private final Feed feed;
    private final int count;
    private final Column reference;
    private final Column orderId;
    private final Column line;
    private final Column sku;
    private final Column quantity;
    private final Column eta;
    private final Column batchReference;
    private final List<Column> identifiers;

    public RowParser(Feed feed, Header.Columns columns) {
        this.feed = feed;
        this.count = columns.count();
        this.reference = column("ref", columns);
        this.orderId = column("orderid", columns);
        this.line = column("line", columns);
        this.sku = column("sku", columns);
        this.quantity = column("qty", columns);
        this.eta = column("eta", columns);
        this.batchReference = column("batchref", columns);
        this.identifiers = Stream.of(reference, orderId, line, sku, batchReference)
                .filter(Column::isPresent)
                .toList();
    }

    /** What an order line says that came by itself, in the fields of a row of order lines. */
    public static Row ofOrderLine(String orderId, String line, String sku, String quantity) {
        return ORDER_LINE.parse(List.of(orderId, line, sku, quantity));
    }

    /** A column that the feed does not have is absent, even where the file happens to name it. */
    private Column column(String name, Header.Columns columns) {
        boolean read = feed.required().contains(name) || feed.optional().contains(name);
        return read ? columns.column(name) : Column.absent(name, columns.rules());
    }

    public Row parse(List<String> fields) {
        RejectedRow rejected = rejected(fields);
        if (rejected != null) {
            return rejected.about(mention(fields));
        }
        return feed == Feed.BATCHES ? batchRow(fields) : lineRow(fields);
    }

    /** What is said of a record in which a field, counted from 1, begins with a blank and a quote. */
    public Row misquoted(int field, List<String> fields) {
        return Rejection.ofQuote(field).about(mention(fields));
    }

    /** The field where the batch would be, also where the row has more or fewer fields than the header. */
    private String mention(List<String> fields) {
        String text = feed == Feed.BATCHES && reference.place() < fields.size() ? reference.of(fields) : "";
        return text.length() <= 2 * Identifiers.MAX_CODE_POINTS && text.indexOf('\0') < 0 ? text : "";
    }

    private @Nullable RejectedRow rejected(List<String> fields) {
        if (fields.size() != count) {
            return Rejection.ofFields(fields.size(), count);
        }
        int nul = Fields.placeOfNul(fields);
        if (nul >= 0) {
            return Rejection.ofNul(nul);
        }
        for (Column column : identifiers) {
            if (!isAccepted(column, column.of(fields))) {
                return Rejection.ofIdentifier(column, column.of(fields));
            }
        }
        if (quantity(fields) < leastQuantity()) {
            return Rejection.ofQuantity(quantity, quantity.of(fields), leastQuantity());
        }
        return isEtaOrEmpty(eta.of(fields)) ? null : Rejection.ofDate(eta, eta.of(fields));
    }

    private boolean isAccepted(Column column, String text) {
        return Identifiers.isIdentifier(text, column.rules()) || (column.equals(line) && text.isEmpty());
    }

    private int leastQuantity() {
        return feed == Feed.BATCHES ? 0 : 1;
    }

    private int quantity(List<String> fields) {
        return Quantities.parse(quantity.of(fields)).orElse(-1);
    }

    private boolean isEtaOrEmpty(String text) {
        return text.isEmpty() || Eta.parse(text, eta.rules()).isPresent();
    }

    private BatchRow batchRow(List<String> fields) {
        return new BatchRow(
                reference.of(fields),
                sku.of(fields),
                quantity(fields),
                Eta.parse(eta.of(fields), eta.rules()).orElse(null));
    }

    private LineRow lineRow(List<String> fields) {
        OrderLine ordered = new OrderLine(orderId.of(fields), line.of(fields), sku.of(fields), quantity(fields));
        return new LineRow(ordered, batchReference.of(fields));
    }
}
