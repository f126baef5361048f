package nightfill.domain.allocation;

import nightfill.domain.words.Identifiers;

/**
 * What a customer ordered: lines with equal data are the same line.
 *
 * @param lineNumber may be empty
 * @param quantity in units, at least 1
 */
public record OrderLine(String orderId, String lineNumber, String sku, int quantity) {

    public OrderLine {
        if (!Identifiers.isIdentifier(orderId)
                || !(lineNumber.isEmpty() || Identifiers.isIdentifier(lineNumber))
                || !Identifiers.isIdentifier(sku)
                || quantity < 1) {
            throw new IllegalArgumentException(
                    "not an order line: %s/%s %s %d".formatted(orderId, lineNumber, sku, quantity));
        }
    }
}
