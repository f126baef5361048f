package nightfill.adapter.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.domain.words.Rules;

/** Makes up feeds of order lines such as no sender should send, all of them well-formed. */
final class RandomCsv {

    private static final List<String> ODDITIES = List.of(
            "\"",
            "\"\"",
            ",",
            " ",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "é",
            "€",
            "漢",
            "\uD83D\uDE9A",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "\u0085",
            "\u2028",
            "\u007F",
            "\u001A",
            "\u00A0",
            "\u3000",
            "=",
            "-",
            "\\",
            "#",
            "'",
            "0",
            "1",
            "a",
            "b",
            "ABC");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> END_MARKS = List.of("\u001A", "\u001A\u001A", "\u001A\r\n", "\n");
    private static final List<String> EMPTY_RECORDS =
            List.of(",,,", "\"\"", "\"\",\" \n\" ,", " ", "\t,\u00A0", "\u3000\u0085", "\"\u2028\"");
    private static final List<String> DATES_AND_NUMBERS = List.of("1", "7", "0012", "0", "-1", "1e3", "1.0", "٣");

    private final Random random;
    private final Rules rules;

    RandomCsv(long seed, Rules rules) {
        this.random = new Random(seed);
        this.rules = rules;
    }

    String file() {
        List<String> names = new ArrayList<>(List.of("orderid", "sku", "qty", "line", "", "x\ny", "é"));
        Collections.shuffle(names, random);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        text.append(emptyLines()).append(record(names));
        for (int rows = random.nextInt(30); rows > 0; rows--) {
            text.append(pick(LINE_ENDS)).append(emptyLines()).append(mark()).append(row(names));
        }
        return text.append(random.nextBoolean() ? pick(LINE_ENDS) + emptyLines() + endMarks() : "")
                .toString();
    }

    /** By the first rules what comes behind it would not be well-formed. */
    private String mark() {
        boolean marked = rules == Rules.TWO && random.nextInt(6) == 0;
        return marked ? "\uFEFF".repeat(1 + random.nextInt(2)) : "";
    }

    private String endMarks() {
        return random.nextBoolean() ? "" : String.join("", some(random.nextInt(4), () -> pick(END_MARKS)));
    }

    private String row(List<String> names) {
        if (random.nextInt(10) == 0) {
            return pick(EMPTY_RECORDS);
        }
        if (random.nextInt(10) == 0) {
            return record(some(random.nextInt(9) + 1, this::oddText));
        }
        return record(names.stream().map(this::value).toList());
    }

    private String value(String name) {
        return switch (name) {
            case "qty" -> pick(DATES_AND_NUMBERS);
            case "orderid", "sku", "line" -> random.nextInt(4) == 0 ? oddText() : "id-" + random.nextInt(100);
            default -> random.nextInt(200) == 0 ? oddText().repeat(random.nextInt(20_000)) : oddText();
        };
    }

    private String oddText() {
        return String.join("", some(random.nextInt(6), () -> pick(ODDITIES)));
    }

    private String record(List<String> values) {
        String record = values.stream().map(this::field).collect(Collectors.joining(","));
        return record.isEmpty() ? "\"\"" : record;
    }

    private String field(String value) {
        boolean plain = !value.replaceFirst("^\uFEFF*", "").startsWith("\"")
                && value.chars().noneMatch(c -> ",\r\n".indexOf(c) >= 0);
        return plain && random.nextBoolean()
                ? value
                : '"' + value.replace("\"", "\"\"") + '"' + pick(List.of("", "", " ", "\t "));
    }

    private String emptyLines() {
        return random.nextInt(5) > 0 ? "" : String.join("", some(random.nextInt(4), () -> pick(LINE_ENDS)));
    }

    private List<String> some(int count, Supplier<String> supplier) {
        return Stream.generate(supplier).limit(count).toList();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
