package nightfill.adapter.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.domain.words.Rules;

/** Reads CSV slowly and plainly: by regular expressions over the whole text, counting all before a place anew. */
final class ReferenceCsv {

    private static final Pattern EMPTY_LINES = Pattern.compile("[\r\n]*+");
    private static final Pattern FIELD =
            Pattern.compile("\"(?<quoted>(?:[^\"]|\"\")*+)\"[ \t]*+(?=[,\r\n]|\\z)|(?<plain>(?!\")[^,\r\n]*+)");
    private static final Pattern END_MARKS = Pattern.compile("(?<=[\r\n]|^)\\x1A[\\x1A\r\n]*\\z");
    private static final Pattern MARKS = Pattern.compile("\uFEFF*+");
    private static final String BLANK = "[\\x09-\\x0D\\x85\\p{Zs}\\p{Zl}\\p{Zp}]*";
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    /** What a record should turn out to be. */
    record Expected(long line, String raw, List<String> fields, long nextOffset, long nextLine) {}

    private final String text;
    private final boolean first;
    private int place;

    private ReferenceCsv(String text, Rules rules) {
        this.first = rules == Rules.ONE;
        this.text = first ? text : END_MARKS.matcher(text).replaceFirst("");
        this.place = first && text.startsWith("\uFEFF") ? 1 : 0;
    }

    static List<Expected> records(String text, Rules rules) {
        ReferenceCsv reference = new ReferenceCsv(text, rules);
        List<Expected> records = new ArrayList<>();
        while (reference.goToRecord()) {
            records.add(reference.record());
        }
        records.removeIf(reference::isEmpty);
        return records;
    }

    private boolean isEmpty(Expected record) {
        return !first && record.fields().stream().allMatch(field -> field.matches(BLANK));
    }

    private boolean goToRecord() {
        place = match(EMPTY_LINES).end();
        return place < text.length();
    }

    private Expected record() {
        int begin = place;
        place = first ? place : match(MARKS).end();
        List<String> fields = new ArrayList<>(List.of(field()));
        while (place < text.length() && text.charAt(place) == ',') {
            place++;
            fields.add(field());
        }
        String raw = text.substring(begin, place);
        Matcher end = LINE_END.matcher(text).region(place, text.length());
        place = end.lookingAt() ? end.end() : place;
        return new Expected(line(begin), raw, fields, bytes(place), line(place));
    }

    private String field() {
        Matcher field = match(FIELD);
        place = field.end();
        String quoted = field.group("quoted");
        return quoted == null ? field.group("plain") : quoted.replace("\"\"", "\"");
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            throw new IllegalStateException("no CSV at " + place + ": " + text);
        }
        return matcher;
    }

    private long line(int before) {
        return 1 + LINE_END.matcher(text.substring(0, before)).results().count();
    }

    private long bytes(int before) {
        return text.substring(0, before).getBytes(StandardCharsets.UTF_8).length;
    }
}
