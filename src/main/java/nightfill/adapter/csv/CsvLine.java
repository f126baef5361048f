package nightfill.adapter.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nightfill.domain.feed.Fields;
import nightfill.domain.words.Rules;
import org.apache.commons.lang3.StringUtils;

/**
 * Writes one row; by the second rules nothing in a field is taken for a separator, also where that is a semicolon or tab.
 *
 * <p>Not with Commons CSV's printer: it also quotes what begins with any character up to {@code #}, and whatever comes
 * first in its row and is empty.
 */
record CsvLine(Rules rules) {

    private static final char[] AT_FIRST = {',', '"', '\r', '\n'};

    /** Also all that any program takes for the end of a line. */
    private static final char[] SEPARATORS = {
        ',', '"', '\r', '\n', ';', '\t', '\u000B', '\f', '\u0085', '\u2028', '\u2029'
    };

    void write(List<String> row, Writer writer) throws IOException {
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

    private boolean needsQuotes(String field) {
        return !field.isEmpty()
                && (isBlank(field.charAt(0))
                        || isBlank(field.charAt(field.length() - 1))
                        || StringUtils.containsAny(field, rules.have(Rules.TWO) ? SEPARATORS : AT_FIRST));
    }

    private boolean isBlank(char character) {
        return rules.have(Rules.TWO) ? Fields.isWhiteSpace(character) : character == ' ' || character == '\t';
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
