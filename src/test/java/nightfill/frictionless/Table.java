package nightfill.frictionless;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;

/** A file of a package, and what the package says of it. */
record Table(JsonNode resource, String text, List<List<String>> records) {

    static Table read(Path directory, JsonNode resource) throws IOException {
        String text = Files.readString(directory.resolve(resource.get("path").stringValue()));
        return new Table(
                resource,
                text,
                CSVFormat.RFC4180.parse(new StringReader(text)).stream()
                        .map(CSVRecord::toList)
                        .toList());
    }

    String name() {
        return resource.get("path").stringValue();
    }

    JsonNode schema() {
        return resource.get("schema");
    }

    List<String> column(String field) {
        int index = fields().indexOf(field);
        return rows().stream().map(row -> row.get(index)).toList();
    }

    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        checkBytes(faults);
        if (!records.get(0).equals(fields())) {
            faults.add("header is %s, not %s".formatted(records.get(0), fields()));
        }
        schema().get("fields").forEach(field -> checkColumn(new Field(field), faults));
        checkPrimaryKey(faults);
        return faults.stream().map(fault -> name() + ": " + fault).toList();
    }

    private List<List<String>> rows() {
        return records.subList(1, records.size());
    }

    private List<String> fields() {
        return schema().get("fields")
                .valueStream()
                .map(field -> field.get("name").stringValue())
                .toList();
    }

    private void checkBytes(List<String> faults) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != resource.get("bytes").asLong()) {
            faults.add("has %d bytes, not %s".formatted(bytes.length, resource.get("bytes")));
        }
        if (!resource.get("hash").stringValue().equals("sha256:" + sha256(bytes))) {
            faults.add("has the hash " + sha256(bytes));
        }
        String terminator = resource.get("dialect").get("lineTerminator").stringValue();
        if (!text.endsWith(terminator) || text.replace(terminator, "").matches("(?s).*[\\r\\n].*")) {
            faults.add("has other line ends");
        }
    }

    private void checkColumn(Field field, List<String> faults) {
        for (String value : column(field.name())) {
            field.fault(value).ifPresent(fault -> faults.add("%s %s: %s".formatted(field.name(), fault, value)));
        }
    }

    private void checkPrimaryKey(List<String> faults) {
        List<Integer> key = schema().path("primaryKey")
                .valueStream()
                .map(field -> fields().indexOf(field.stringValue()))
                .toList();
        Set<List<String>> known = new HashSet<>();
        for (List<String> row : rows()) {
            List<String> values = key.stream().map(row::get).toList();
            if (!key.isEmpty() && !known.add(values)) {
                faults.add("there are two rows of " + values);
            }
            if (values.contains("")) {
                faults.add("a part of the primary key is missing in " + values);
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
