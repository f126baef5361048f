package nightfill.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A feed: its header, and its rows judged by shape alone. */
final class Sheet {

    static final String BATCHES = "batches.csv";
    static final String ORDER_LINES = "order_lines.csv";
    static final String DISPATCHES = "dispatches.csv";
    static final String CANCELLATIONS = "cancellations.csv";
    static final String ALLOCATIONS = "allocations.csv";

    /** In the order in which reports tell of them. */
    static final List<String> FILES = List.of(BATCHES, ORDER_LINES, DISPATCHES, CANCELLATIONS, ALLOCATIONS);

    final String file;
    final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean columnsDiffer;

    Sheet(String file, String text) {
        this.file = file;
        List<String> lines = Csv.physicalLines(text.replace("\uFEFF", ""));
        List<String> header = Csv.fields(lines.get(0));
        for (int i = 0; i < header.size(); i++) {
            columns.put(Csv.trimmed(header.get(i)).toLowerCase(Locale.ROOT), i);
        }
        columnsDiffer = columns.size() == header.size();
        for (int i = 1; i < lines.size(); i++) {
            addUnlessEmpty(i + 1, lines.get(i));
        }
    }

    private void addUnlessEmpty(int line, String raw) {
        if (!raw.isEmpty()) {
            Row row = new Row(line, raw, columns);
            row.verdict = Shape.of(row, identifiers(), file.equals(BATCHES));
            rows.add(row);
        }
    }

    boolean hasGoodHeader() {
        return columnsDiffer
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

    /** More than 2 %, and more than 20. */
    boolean hasTooManyRejects() {
        return rejected() > 20 && rejected() * 100 > rows.size() * 2L;
    }

    private List<String> identifiers() {
        return switch (file) {
            case BATCHES -> List.of("ref", "sku");
            case ALLOCATIONS -> List.of("orderid", "sku", "batchref");
            default -> List.of("orderid", "sku");
        };
    }
}
