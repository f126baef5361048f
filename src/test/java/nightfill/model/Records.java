package nightfill.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a CSV text, read character by character; none at all where it breaks the rules for CSV. */
final class Records {

    private static final int LONGEST = 1024 * 1024;

    /** A record as received, the physical line on which it begins, and whether a quote came too late to open its field. */
    record Entry(int line, String raw, List<String> fields, boolean isMisquoted) {

        boolean isEmpty() {
            return !isMisquoted && fields.stream().map(Csv::trimmed).allMatch(String::isEmpty);
        }
    }

    private static final class Damage extends Exception {}

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int place;
    private int line = 1;
    private boolean isMisquoted;

    private Records(String text) {
        this.text = text;
    }

    static Optional<List<Entry>> of(String text) {
        Records records = new Records(text);
        try {
            while (records.passEmptyLines()) {
                records.addRecord();
            }
            return Optional.of(records.entries);
        } catch (Damage e) {
            return Optional.empty();
        }
    }

    private boolean passEmptyLines() {
        while (at('\r') || at('\n')) {
            passLineEnd();
        }
        return place < text.length() && !isEndOfFile();
    }

    /** The control character with which old systems end a file. */
    private boolean isEndOfFile() {
        return at('\u001a') && text.substring(place).codePoints().allMatch(c -> c == 0x1a || c == '\n' || c == '\r');
    }

    private void passLineEnd() {
        place += text.startsWith("\r\n", place) ? 2 : 1;
        line++;
    }

    private void addRecord() throws Damage {
        int begin = place;
        int begun = line;
        while (at('\uFEFF')) {
            place++;
        }
        isMisquoted = false;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at(',')) {
            place++;
            fields.add(field());
        }
        String raw = text.substring(begin, place);
        if (raw.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Damage();
        }
        Entry entry = new Entry(begun, raw, fields, isMisquoted);
        if (!entry.isEmpty()) {
            entries.add(entry);
        }
    }

    private String field() throws Damage {
        return at('"') ? quoted() : plain();
    }

    private String plain() {
        int begin = place;
        while (!atFieldEnd()) {
            place++;
        }
        String field = text.substring(begin, place);
        isMisquoted |= !field.startsWith("\"") && Csv.trimmed(field).startsWith("\"");
        return field;
    }

    private String quoted() throws Damage {
        StringBuilder value = new StringBuilder();
        place++;
        while (!at('"') || text.startsWith("\"\"", place)) {
            takeQuoted(value);
        }
        place++;
        while (at(' ') || at('\t')) {
            place++;
        }
        if (!atFieldEnd()) {
            throw new Damage();
        }
        return value.toString();
    }

    private void takeQuoted(StringBuilder value) throws Damage {
        if (place == text.length()) {
            throw new Damage();
        }
        int begin = place;
        if (at('\r') || at('\n')) {
            passLineEnd();
            value.append(text, begin, place);
        } else {
            value.append(text.charAt(place));
            place += at('"') ? 2 : 1;
        }
    }

    private boolean atFieldEnd() {
        return place == text.length() || at(',') || at('\r') || at('\n');
    }

    private boolean at(char character) {
        return place < text.length() && text.charAt(place) == character;
    }
}
