package nightfill.adapter.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * Writes one row.
 *
 * <p>Not with Commons CSV's printer: it also quotes what begins with any character up to {@code #}, and whatever comes
 * first in its row and is empty.
 */
final class CsvLine {

    private CsvLine() {}

    static void write(List<String> row, Writer writer) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            String field = row.get(i);
            writer.write(needsQuotes(field) || isAloneAndEmpty(row) ? quoted(field) : field);
        }
        writer.write("\r\n");
    }

    /** Such a row would be a line without any character, which readers pass over. */
    private static boolean isAloneAndEmpty(List<String> row) {
        return row.size() == 1 && row.get(0).isEmpty();
    }

    private static boolean needsQuotes(String field) {
        return !field.isEmpty()
                && (isBlank(field.charAt(0))
                        || isBlank(field.charAt(field.length() - 1))
                        || StringUtils.containsAny(field, ',', '"', '\r', '\n'));
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
