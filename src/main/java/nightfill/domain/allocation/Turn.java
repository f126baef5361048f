package nightfill.domain.allocation;

/** A line whose turn it is, and what those before it have left of its SKU's stock. */
public record Turn(Demand demand, SkuStock stock) {

    /** Asks the domain service. */
    public Decision decide() {
        return stock.allocate(demand);
    }
}
