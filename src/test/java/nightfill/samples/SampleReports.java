package nightfill.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sample nights left in OUTPUT.
 *
 * @param output where it is
 */
record SampleReports(Path output) {

    static final List<String> NIGHTS = List.of("2026-11-18", "2026-11-19", "2026-11-20");

    /** The directory of a night's first run. */
    Path of(String night) {
        return output.resolve(night).resolve("run-1");
    }

    List<String> rows(String night, String report) {
        return lines(of(night).resolve(report));
    }

    /** All nights' rows, without the headers. */
    Stream<String> everyRow(String report) {
        return NIGHTS.stream().flatMap(night -> rows(night, report).stream().skip(1));
    }

    /** Rows, sum of quantities and hash total of a report, as they were counted. */
    String totals(String night, String report, String format) {
        return format.formatted(Stream.of(": rows", ": sum of qty", ": hash total")
                .map(check -> controlTotal(night, report + check))
                .toArray());
    }

    /** 0 where there is no such check. */
    private String controlTotal(String night, String check) {
        return rows(night, "control-totals.csv").stream()
                .map(row -> row.split(","))
                .filter(row -> row[0].equals(check))
                .map(row -> row[2])
                .findFirst()
                .orElse("0");
    }

    JsonNode summary(String night) {
        return new JsonMapper().readTree(of(night).resolve("summary.json"));
    }

    /** Of each feed its rows = applied + duplicate + superseded + rejected. */
    Map<String, String> feeds(String night) {
        Map<String, String> texts = new LinkedHashMap<>();
        summary(night).get("feeds").propertyStream().forEach(feed -> texts.put(feed.getKey(), counts(feed.getValue())));
        return texts;
    }

    private static String counts(JsonNode feed) {
        return "%s=%s+%s+%s+%s"
                .formatted(
                        feed.get("rows"),
                        feed.get("applied"),
                        feed.get("duplicate"),
                        feed.get("superseded"),
                        feed.get("rejected"));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
