package nightfill.domain.allocation;

/** Order lines of which a test cares about nothing but turn, SKU and quantity. */
final class Lines {

    static final String SKU = "CHAIR";

    private Lines() {}

    static OpenLine line(long turn, int quantity) {
        return line(turn, SKU, quantity);
    }

    static OpenLine line(long turn, String sku, int quantity) {
        return new OpenLine(turn, new OrderLine("order-" + turn, "1", sku, quantity));
    }
}
