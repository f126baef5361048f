package nightfill.frictionless;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a directory that says it is a Tabular Data Package. */
public final class Conformity {

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final JsonNode descriptor;

    private Conformity(JsonNode descriptor) {
        this.descriptor = descriptor;
    }

    private void read(Path directory) throws IOException {
        for (JsonNode resource : descriptor.get("resources")) {
            tables.put(resource.get("name").stringValue(), Table.read(directory, resource));
        }
    }

    /** Each fault in words; none where all is well. */
    public static List<String> faults(Path directory) throws IOException {
        Conformity conformity = new Conformity(descriptor(directory));
        conformity.checkDescriptor();
        conformity.read(directory);
        for (Table table : conformity.tables.values()) {
            conformity.faults.addAll(table.faults());
            conformity.checkForeignKeys(table);
        }
        return conformity.faults;
    }

    /** Those of {@code datapackage.json} alone. */
    public static List<String> descriptorFaults(Path directory) throws IOException {
        Conformity conformity = new Conformity(descriptor(directory));
        conformity.checkDescriptor();
        return conformity.faults;
    }

    private static JsonNode descriptor(Path directory) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("datapackage.json")));
    }

    private void checkDescriptor() throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                Conformity.class.getResourceAsStream("/frictionless/tabular-data-package.json"))) {
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema)
                    .validate(descriptor)
                    .forEach(error -> faults.add("datapackage.json: " + error));
        }
    }

    private void checkForeignKeys(Table table) {
        for (JsonNode key : table.schema().path("foreignKeys")) {
            JsonNode reference = key.get("reference");
            Table other = tables.get(reference.get("resource").stringValue());
            List<String> known = other == null
                    ? List.of()
                    : other.column(reference.get("fields").stringValue());
            String column = key.get("fields").stringValue();
            table.column(column).stream()
                    .filter(value -> !value.isEmpty() && !known.contains(value))
                    .forEach(value -> faults.add("%s: %s is not known: %s".formatted(table.name(), column, value)));
        }
    }
}
