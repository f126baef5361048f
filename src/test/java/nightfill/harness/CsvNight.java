package nightfill.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.model.Csv;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run's reports as somebody reads them who has nothing but the files. */
public record CsvNight(Path directory) {

    /** A row's values by column. */
    public record Row(Map<String, String> values) {

        String of(String column) {
            return values.getOrDefault(column, "?");
        }

        long number(String column) {
            return Long.parseLong(of(column));
        }

        boolean has(String column, String value) {
            return of(column).equals(value);
        }
    }

    public String date() {
        return summary().get("date").asString();
    }

    public JsonNode summary() {
        return JsonMapper.shared().readTree(text("summary.json"));
    }

    public Optional<CsvNight> previous() {
        JsonNode previous = summary().get("previous");
        return previous.isNull()
                ? Optional.empty()
                : Optional.of(new CsvNight(directory.resolve("../../%s/run-%d"
                        .formatted(
                                previous.get("date").asString(),
                                previous.get("run").asInt()))));
    }

    public Stream<Row> rows(String report) {
        List<List<String>> records = Csv.records(text(report));
        return records.stream().skip(1).map(record -> row(records.get(0), record));
    }

    public long lines(String report, Predicate<Row> which) {
        return rows(report).filter(which).count();
    }

    public long sum(String report, String column, Predicate<Row> which) {
        return rows(report).filter(which).mapToLong(row -> row.number(column)).sum();
    }

    public String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> header, List<String> record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            values.put(header.get(column), record.get(column));
        }
        return new Row(values);
    }
}
