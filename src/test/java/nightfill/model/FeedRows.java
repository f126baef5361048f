package nightfill.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A feed: its header, and its rows judged by shape alone. */
final class FeedRows {

    static final String BATCHES = "batches.csv";
    static final String ORDER_LINES = "order_lines.csv";
    static final String DISPATCHES = "dispatches.csv";
    static final String CANCELLATIONS = "cancellations.csv";
    static final String ALLOCATIONS = "allocations.csv";

    /** Nobody sends it. */
    static final String URGENT = "urgent.csv";

    /** In the order in which reports tell of them. */
    static final List<String> FILES = List.of(BATCHES, ORDER_LINES, DISPATCHES, CANCELLATIONS, ALLOCATIONS);

    final String file;
    final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean isCsv;
    private boolean columnsDiffer = true;

    FeedRows(String file, String text) {
        this.file = file;
        List<Records.Entry> records = Records.of(text).orElse(List.of());
        isCsv = !records.isEmpty();
        if (isCsv) {
            readHeader(records.get(0).fields());
            records.stream().skip(1).forEach(record -> add(record, records.get(0)));
        }
    }

    /** Only what is read must not be there twice. */
    private void readHeader(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = Csv.trimmed(names.get(i)).toLowerCase(Locale.ROOT);
            columnsDiffer &= columns.put(name, i) == null || !isRead(name);
        }
    }

    private boolean isRead(String name) {
        return identifiers().contains(name) || name.equals("qty") || name.equals(file.equals(BATCHES) ? "eta" : "line");
    }

    private void add(Records.Entry record, Records.Entry header) {
        Row row = new Row(record, columns, header.fields().size());
        row.verdict = Shape.of(row, identifiers(), file.equals(BATCHES));
        rows.add(row);
    }

    boolean hasGoodHeader() {
        return isCsv
                && columnsDiffer
                && columns.keySet().containsAll(identifiers())
                && columns.containsKey("qty")
                && (columns.containsKey("eta") || !file.equals(BATCHES));
    }

    long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict == verdict).count();
    }

    long rejected() {
        return rows.stream().filter(row -> row.verdict.rejects()).count();
    }

    /** More than 2 %, and more than 20; or every one of at least three. */
    boolean hasTooManyRejects() {
        return !file.equals(URGENT) && hasMoreRejectsThanASenderMay();
    }

    private boolean hasMoreRejectsThanASenderMay() {
        return (rejected() > 20 && rejected() * 100 > rows.size() * 2L)
                || (rows.size() >= 3 && rejected() == rows.size());
    }

    private List<String> identifiers() {
        return switch (file) {
            case BATCHES -> List.of("ref", "sku");
            case ALLOCATIONS, URGENT -> List.of("orderid", "sku", "batchref");
            default -> List.of("orderid", "sku");
        };
    }
}
