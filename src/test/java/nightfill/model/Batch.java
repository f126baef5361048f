package nightfill.model;

import java.util.Comparator;

/** A batch as it was last fed; an empty ETA means the warehouse, and therefore sorts first. */
record Batch(String ref, String sku, int qty, String eta) {

    static final Comparator<Batch> BY_TURN =
            Comparator.comparing(Batch::eta).thenComparing(Batch::ref, CodePoints.ORDER);

    static Batch of(Row row) {
        return new Batch(
                row.value("ref"), row.value("sku"), Integer.parseInt(row.value("qty")), written(row.value("eta")));
    }

    /** By whatever letters it is written; the word sorts behind every date. */
    private static String written(String text) {
        return Shape.isUnknown(text) ? "unknown" : text;
    }

    boolean atSea() {
        return !eta.isEmpty();
    }
}
