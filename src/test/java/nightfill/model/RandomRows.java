package nightfill.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows as CSV in ever other ways, all of them one physical line a record, and spoils some. */
final class RandomRows {

    private final Random random;

    RandomRows(Random random) {
        this.random = random;
    }

    String write(String columns, List<List<String>> rows) {
        List<String> header = new ArrayList<>(List.of(columns.split(",")));
        boolean noted = random.nextInt(4) == 0;
        if (noted) {
            header.add("note");
        }
        List<Integer> order = order(header.size());
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> fields = new ArrayList<>(random.nextInt(16) == 0 ? spoilt(header, row) : zeros(header, row));
            if (noted) {
                fields.add(pick("", "x", "fragile, heavy", "5\" pipe", "=1", "-\t-", " \u00fc ", "nul\u0000"));
            }
            lines.add(random.nextInt(60) == 0 ? pick(BadWords.ROWS) : record(fields, order));
        }
        addStorm(lines);
        lines.add(0, header(header, order));
        return text(lines);
    }

    private List<Integer> order(int size) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        if (random.nextInt(3) == 0) {
            Collections.shuffle(order, random);
        }
        return order;
    }

    private String header(List<String> header, List<Integer> order) {
        UnaryOperator<String> style = pick(name -> name, String::toUpperCase, name -> " " + name + "\t");
        List<String> names = new ArrayList<>(header.stream().map(style).toList());
        int dice = random.nextInt(300);
        if (dice < names.size()) {
            names.set(dice, dice % 2 == 0 ? "x" : names.get(0));
        }
        return order.stream().map(names::get).collect(Collectors.joining(","));
    }

    /** Some feeds have so many bad rows that the night is refused, or nearly. */
    private void addStorm(List<String> lines) {
        if (random.nextInt(90) == 0) {
            int storm = 18 + random.nextInt(4);
            IntStream.range(0, storm).forEach(i -> lines.add(random.nextInt(lines.size() + 1), pick(BadWords.ROWS)));
        }
    }

    private List<String> spoilt(List<String> header, List<String> row) {
        List<String> fields = new ArrayList<>(row);
        spoilOne(header, fields);
        if (random.nextInt(4) == 0) {
            spoilOne(header, fields);
        }
        return fields;
    }

    private void spoilOne(List<String> header, List<String> fields) {
        int index = random.nextInt(fields.size());
        fields.set(
                index,
                switch (header.get(index)) {
                    case "qty" -> random.nextInt(4) == 0 ? "0" : pick(BadWords.QUANTITIES);
                    case "eta" -> pick(BadWords.DATES);
                    default -> pick(BadWords.IDENTIFIERS);
                });
    }

    private List<String> zeros(List<String> header, List<String> row) {
        List<String> fields = new ArrayList<>(row);
        int index = header.indexOf("qty");
        fields.set(index, pick("", "", "", "0", "0000000000000") + fields.get(index));
        return fields;
    }

    private String record(List<String> fields, List<Integer> order) {
        return order.stream().map(fields::get).map(this::field).collect(Collectors.joining(","));
    }

    private String field(String value) {
        String padded = random.nextInt(12) == 0
                ? pick(" ", "\t", "  \t", "\u00a0", "\u3000 ") + value + pick("", " ", "\t", "\u2003")
                : value;
        boolean mustQuote = padded.contains(",") || padded.contains("\"");
        return mustQuote || random.nextInt(10) == 0 ? '"' + padded.replace("\"", "\"\"") + '"' : padded;
    }

    private String text(List<String> lines) {
        String end = pick("\n", "\n", "\n", "\n", "\r\n", "\r");
        String mark = random.nextInt(8) == 0 ? "\uFEFF" : "";
        return lines.stream()
                .map(line -> line + end + (random.nextInt(20) == 0 ? end : "") + emptyRow(end))
                .collect(Collectors.joining(random.nextInt(20) == 0 ? mark : "", mark, pick("", "", "", "", "\u001a")));
    }

    private String emptyRow(String end) {
        return random.nextInt(30) == 0 ? pick(BadWords.EMPTY) + end : "";
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
