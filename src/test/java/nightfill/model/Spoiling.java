package nightfill.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Damages a file in one of the ways in which files are damaged; bytes stand for characters U+0000 to U+00FF. */
final class Spoiling {

    private static final int MIB = 1 << 20;

    /** Of a whole file: the model holds it many times over. */
    private static final int LONGEST = 3 * MIB;

    private static final List<String> ODDITIES = List.of(
            "\"",
            "\"\"",
            "\"\"\"",
            ",",
            ",,",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\0",
            " ",
            "\t",
            "=",
            "-",
            "'",
            "\\N",
            "\\.",
            "\\",
            "\uFEFF",
            "\u0663",
            "\uFF11",
            "\u00a0",
            "\u001a",
            "\u200b",
            "\u200d",
            "\uff1d",
            " \"",
            "\u3000",
            "\u0085",
            "\u2028",
            "\u007f",
            "\u001b[2J",
            "\ud83d\ude00",
            "\udbff\udfff",
            "\uffff",
            "\u212a",
            "0",
            "1",
            "9",
            "-1",
            "1e3",
            "NULL",
            "<script>",
            "%s%n",
            "{}",
            "$1");
    private static final List<String> BAD_BYTES = List.of(
            "\u0080",
            "\u00ff",
            "\u00fe",
            "\u00c0\u0080",
            "\u00c3",
            "\u00e2\u0082",
            "\u00ed\u00a0\u0080",
            "\u00f4\u0090\u0080\u0080",
            "\u00f0\u009f\u0098",
            "\u00ff\u00fe",
            "\u00fc");
    private static final List<String> HEADERS = List.of(
            "ref,sku,qty,eta",
            "orderid,sku,qty",
            "orderid,line,sku,qty",
            "orderid,line,sku,qty,batchref",
            "file,rows,sha256",
            "REF, Sku ,QTY,\tEta",
            "ref,sku,qty,eta,ref",
            "orderid,sku,qty,note,Note",
            "orderid,line,sku,qty,line",
            ",,,\nref,sku,qty,eta",
            "orderid,sku,qty,,",
            "orderid;sku;qty",
            "\"ref\",\"sku\",\"qty\",\"eta\"",
            "qty,sku,orderid",
            "\uFEFFref,sku,qty,eta",
            "ref",
            "\"",
            ",",
            "x");

    private final Random random;
    private final List<UnaryOperator<String>> ways = List.of(
            this::flipBits,
            this::flipBits,
            this::insert,
            this::insert,
            this::insertBadBytes,
            this::delete,
            this::repeat,
            this::swapRecords,
            this::repeatRecord,
            this::deleteRecord,
            this::swapColumns,
            this::repeatColumn,
            this::deleteColumn,
            this::replaceField,
            this::replaceField,
            this::replaceField,
            this::replaceField,
            this::replaceHeader,
            this::otherLineEnds,
            this::mark,
            this::endMark,
            this::emptyRecords,
            this::truncate,
            this::truncateRecords,
            this::manyRecords);

    Spoiling(Random random) {
        this.random = random;
    }

    byte[] spoil(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            String spoilt = pick(ways).apply(text);
            text = spoilt.length() > LONGEST ? text : spoilt;
        }
        boolean whole = random.nextInt(8) > 0 && !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
        return (whole ? text + "\n" : text).getBytes(ISO_8859_1);
    }

    /** Nothing but noise. */
    byte[] noise() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 100_000 : 200)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            return bytes;
        }
        String soup = IntStream.range(0, bytes.length).mapToObj(i -> odd()).collect(Collectors.joining());
        return (latin(pick(HEADERS)) + "\n" + soup + "\n").getBytes(ISO_8859_1);
    }

    private String flipBits(String text) {
        StringBuilder flipped = new StringBuilder(text);
        for (int times = random.nextInt(3); times >= 0 && !text.isEmpty(); times--) {
            int place = random.nextInt(text.length());
            flipped.setCharAt(place, (char) (flipped.charAt(place) ^ (1 << random.nextInt(8))));
        }
        return flipped.toString();
    }

    private String insert(String text) {
        return insert(text, odd());
    }

    private String insertBadBytes(String text) {
        return insert(text, pick(BAD_BYTES));
    }

    private String insert(String text, String what) {
        int place = random.nextInt(text.length() + 1);
        return text.substring(0, place) + what + text.substring(place);
    }

    private String delete(String text) {
        int begin = random.nextInt(text.length() + 1);
        return text.substring(0, begin) + text.substring(Math.min(text.length(), begin + 1 + random.nextInt(9)));
    }

    private String repeat(String text) {
        int begin = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), begin + 1 + random.nextInt(40));
        return text.substring(0, end) + text.substring(begin);
    }

    private String truncate(String text) {
        return text.substring(0, random.nextInt(text.length() + 1));
    }

    private String truncateRecords(String text) {
        List<String> records = records(text);
        return join(records.subList(0, random.nextInt(records.size() + 1)));
    }

    private String mark(String text) {
        return latin("\uFEFF".repeat(1 + random.nextInt(2))) + text;
    }

    private String endMark(String text) {
        return text + pick(List.of("\u001a", "\u001a\u001a", "\u001a\r\n", "\n\u001a\n\u001a", "x\u001a"));
    }

    private String emptyRecords(String text) {
        List<String> records = records(text);
        for (int times = random.nextInt(40); times > 0 && !records.isEmpty(); times--) {
            records.add(random.nextInt(records.size()), latin(pick(BadWords.EMPTY)) + "\n");
        }
        return join(records);
    }

    private String otherLineEnds(String text) {
        return text.replaceAll("\r\n|\r|\n", pick(List.of("\r", "\n", "\r\n", "\n\r", "\r\r\n", "\n\n", "\u0085", "")));
    }

    private String replaceHeader(String text) {
        List<String> records = records(text);
        if (!records.isEmpty()) {
            records.set(0, latin(pick(HEADERS)) + "\n");
        }
        return join(records);
    }

    private String swapRecords(String text) {
        List<String> records = records(text);
        if (!records.isEmpty()) {
            Collections.swap(records, random.nextInt(records.size()), random.nextInt(records.size()));
        }
        return join(records);
    }

    private String repeatRecord(String text) {
        List<String> records = records(text);
        if (!records.isEmpty()) {
            records.add(random.nextInt(records.size()), pick(records));
        }
        return join(records);
    }

    private String manyRecords(String text) {
        List<String> records = records(text);
        for (int times = records.isEmpty() || text.length() > MIB ? 0 : random.nextInt(150); times > 0; times--) {
            records.add(1 + random.nextInt(records.size()), pick(records));
        }
        return join(records);
    }

    private String deleteRecord(String text) {
        List<String> records = records(text);
        if (!records.isEmpty()) {
            records.remove(random.nextInt(records.size()));
        }
        return join(records);
    }

    private String swapColumns(String text) {
        int one = random.nextInt(5);
        int other = random.nextInt(5);
        return eachRecord(text, fields -> {
            if (Math.max(one, other) < fields.size()) {
                Collections.swap(fields, one, other);
            }
        });
    }

    private String repeatColumn(String text) {
        int column = random.nextInt(5);
        return eachRecord(text, fields -> {
            if (column < fields.size()) {
                fields.add(column, fields.get(column));
            }
        });
    }

    private String deleteColumn(String text) {
        int column = random.nextInt(5);
        return eachRecord(text, fields -> {
            if (column < fields.size()) {
                fields.remove(column);
            }
        });
    }

    private String replaceField(String text) {
        List<String> records = records(text);
        if (records.isEmpty()) {
            return text;
        }
        int row = random.nextInt(records.size());
        String record = records.get(row);
        String body = record.replaceFirst("[\r\n]+$", "");
        List<String> fields = fields(body);
        fields.set(random.nextInt(fields.size()), hostileField());
        records.set(row, String.join(",", fields) + record.substring(body.length()));
        return join(records);
    }

    private String hostileField() {
        return switch (random.nextInt(14)) {
            case 0 ->
                pick(List.of(
                        "2147483647",
                        "2147483648",
                        "-2147483648",
                        "4294967297",
                        "18446744073709551617",
                        "9".repeat(5000),
                        "0".repeat(5000) + "7",
                        "1.0",
                        "0x10",
                        "1e9",
                        ""));
            case 1 -> latin(pick(List.of("\u0661", "\u0967", "\uff11", "\ud835\udfd9", "\u00b2", "\u2167")));
            case 2 -> latin(RandomWords.longest(1 + random.nextInt(9)));
            case 3 -> latin(RandomWords.longest(1 + random.nextInt(9)) + "x");
            case 4 -> latin("\ud83d\ude00".repeat(254 + random.nextInt(3)));
            case 5 -> '"' + latin("a\"\"b,\r\n\rc\n") + '"';
            case 6 -> '"' + latin(odd().replace("\"", "\"\"")) + '"' + pick(List.of("", " ", "\t ", "x"));
            case 7 ->
                latin(pick(List.of(
                        "2026-02-30",
                        "9999-12-31",
                        "2199-12-31",
                        "0000-00-00",
                        "2026-1-1",
                        "\u0662\u0660\u0662\u0666-01-01",
                        "2024-02-29")));
            case 8 -> "x".repeat(random.nextInt(3000));
            case 9 -> random.nextInt(6) == 0 ? huge() : " ".repeat(300);
            default -> odd() + odd();
        };
    }

    /** About as long as a record may be. */
    private String huge() {
        int length = MIB - 60 + random.nextInt(80);
        return switch (random.nextInt(4)) {
            case 0 -> '"' + "\r\n".repeat(length / 2) + '"';
            case 1 -> "0".repeat(length) + "1";
            case 2 -> " ".repeat(length);
            default -> latin("\u00e9".repeat(length / 2));
        };
    }

    private String odd() {
        return latin(pick(ODDITIES));
    }

    private String eachRecord(String text, java.util.function.Consumer<List<String>> change) {
        return records(text).stream()
                .map(record -> {
                    String body = record.replaceFirst("[\r\n]+$", "");
                    List<String> fields = fields(body);
                    change.accept(fields);
                    return String.join(",", fields) + record.substring(body.length());
                })
                .collect(Collectors.joining());
    }

    private static List<String> fields(String body) {
        return new ArrayList<>(List.of(body.split(",", -1)));
    }

    private static List<String> records(String text) {
        return text.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(text.split("(?<=\n)|(?<=\r)(?!\n)")));
    }

    private static String join(List<String> records) {
        return String.join("", records);
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
