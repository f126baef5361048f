package nightfill.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** CSV of the plain kind, one physical line a record: enough for generated feeds and for all reports. */
public final class Csv {

    private static final String WHITE = "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private Csv() {}

    /** The fields of every record, the header's first: what two reports must agree in, however they quote. */
    public static List<List<String>> records(String text) {
        return physicalLines(text).stream()
                .filter(line -> !line.isEmpty())
                .map(Csv::fields)
                .toList();
    }

    /** The same text without the column of that name, quoted as the model quotes. */
    public static String without(String column, String text) {
        List<List<String>> records = records(text);
        int index = records.get(0).indexOf(column);
        return records.stream().map(record -> record(without(index, record))).collect(Collectors.joining());
    }

    private static Object[] without(int index, List<String> record) {
        return IntStream.range(0, record.size())
                .filter(i -> i != index)
                .mapToObj(record::get)
                .toArray();
    }

    static List<String> physicalLines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && line.startsWith("\"\"", i)) {
                field.append(line.charAt(i++));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** The field without what Unicode calls white space at either end. */
    static String trimmed(String field) {
        int begin = 0;
        int end = field.length();
        while (begin < end && WHITE.indexOf(field.charAt(begin)) >= 0) {
            begin++;
        }
        while (begin < end && WHITE.indexOf(field.charAt(end - 1)) >= 0) {
            end--;
        }
        return field.substring(begin, end);
    }

    static String record(Object... fields) {
        return List.of(fields).stream()
                .map(field -> quoted(field.toString()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String quoted(String field) {
        return field.matches("(?s).*[,\"\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
