package nightfill.model;

import java.util.List;
import java.util.Map;

/** A data row of a feed, applied unless something speaks against it. */
final class Row {

    final int line;
    final String raw;
    private final List<String> fields;
    private final Map<String, Integer> columns;
    private final boolean fits;
    Verdict verdict = Verdict.APPLIED;

    Row(Records.Entry record, Map<String, Integer> columns, int width) {
        this.line = record.line();
        this.raw = record.raw();
        this.fields = record.fields().stream().map(Csv::trimmed).toList();
        this.columns = columns;
        this.fits = fields.size() == width && !record.isMisquoted();
    }

    /** The field below that header, empty where the feed has no such column. */
    String value(String column) {
        Integer index = columns.get(column);
        return index == null || index >= fields.size() ? "" : fields.get(index);
    }

    boolean stands() {
        return verdict == Verdict.APPLIED;
    }

    boolean fitsHeader() {
        return fits;
    }

    boolean holdsNul() {
        return fields.stream().anyMatch(field -> field.indexOf('\0') >= 0);
    }
}
