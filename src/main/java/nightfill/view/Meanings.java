package nightfill.view;

import java.util.Map;

/** What the codes of the reports mean, in a few words. */
public final class Meanings {

    /** Lines whose goods have left, which have no code of their own. */
    public static final String LEFT_WITHOUT_BATCH = "Left without a batch";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("UNKNOWN_SKU", "no batch of the SKU is known"),
            Map.entry("SHORT", "all its batches together have too little"),
            Map.entry("NO_SINGLE_BATCH", "enough in all, but in no single batch"),
            Map.entry(LEFT_WITHOUT_BATCH, "dispatched, and no batch was found for them: closed"),
            Map.entry("LOST", "no batch any more"),
            Map.entry("DELAYED", "a later date"),
            Map.entry("MOVED", "another batch, the same date"),
            Map.entry("EARLIER", "an earlier date"),
            Map.entry("ARRIVED", "in the warehouse now"),
            Map.entry("FIELDS", "number of fields differs from the header's"),
            Map.entry("IDENTIFIER", "empty, too long, or not safe in a spreadsheet"),
            Map.entry("QUANTITY", "not a quantity"),
            Map.entry("DATE", "not a date"),
            Map.entry("SKU_CHANGED", "the batch is known under another SKU"),
            Map.entry("AMBIGUOUS", "rows of the feed differ about the batch"),
            Map.entry("BELOW_DISPATCHED", "quantity below what was dispatched"),
            Map.entry("REPEATED", "the same order line stands in the feed already"),
            Map.entry("CANCELLED_BEFORE", "cancelled on an earlier night"),
            Map.entry("UNKNOWN_LINE", "no such line"),
            Map.entry("NOT_ALLOCATED", "the line was cancelled, or no batch was found for it"),
            Map.entry("DISPATCHED", "the goods have left"),
            Map.entry("UNKNOWN_BATCH", "no such batch"),
            Map.entry("DOES_NOT_FIT", "SKU or quantity does not fit the batch"));

    private Meanings() {}

    /** Of a reason or a cause; empty for a code that no report has. */
    public static String of(String code) {
        return MEANINGS.getOrDefault(code, "");
    }
}
