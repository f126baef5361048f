package nightfill.model;

import java.util.Comparator;

/** A batch as it was last fed; an empty ETA means the warehouse, and therefore sorts first. */
record Batch(String ref, String sku, int qty, String eta) {

    static final Comparator<Batch> BY_TURN =
            Comparator.comparing(Batch::eta).thenComparing(Batch::ref, CodePoints.ORDER);

    static Batch of(Row row) {
        return new Batch(row.value("ref"), row.value("sku"), Integer.parseInt(row.value("qty")), row.value("eta"));
    }

    boolean atSea() {
        return !eta.isEmpty();
    }
}
