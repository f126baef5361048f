package nightfill.adapter.json;

import java.util.List;
import nightfill.application.report.Report;
import nightfill.application.report.ReportColumn;
import nightfill.application.report.ReportColumn.Kind;
import nightfill.domain.words.Identifiers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report's columns in the words of the Frictionless standard's Table Schema. */
record TableSchema(Report report) {

    /** In a form that means the same in every regular expression language, to a reader that matches the whole value. */
    private static final String IDENTIFIER = "[^=+@\\-][\\s\\S]*";

    void describe(ObjectNode schema) {
        ArrayNode fields = schema.putArray("fields");
        report.columns().forEach(column -> describe(column, fields.addObject()));
        schema.putArray("missingValues").add("");
        if (hasWholeKey()) {
            addAll(report.key(), schema.putArray("primaryKey"));
        }
        refer(schema);
    }

    /** The standard knows no primary key of which a part may be missing, as the line number may. */
    private boolean hasWholeKey() {
        return report.columns().stream()
                .filter(column -> report.key().contains(column.name()))
                .allMatch(ReportColumn::required);
    }

    private static void describe(ReportColumn column, ObjectNode field) {
        field.put("name", column.name()).put("type", type(column.kind()));
        ObjectNode constraints = field.putObject("constraints").put("required", column.required());
        switch (column.kind()) {
            case IDENTIFIER, BATCH ->
                constraints.put("maxLength", Identifiers.MAX_CODE_POINTS).put("pattern", IDENTIFIER);
            case CODE -> addAll(column.codes(), constraints.putArray("enum"));
            case DATE -> constraints.put("minimum", "2000-01-01").put("maximum", "2199-12-31");
            case QUANTITY -> constraints.put("minimum", 1).put("maximum", Integer.MAX_VALUE);
            case STOCK -> constraints.put("minimum", 0).put("maximum", Integer.MAX_VALUE);
            case TEXT, NUMBER -> {}
        }
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case IDENTIFIER, BATCH, TEXT, CODE -> "string";
            case DATE -> "date";
            case QUANTITY, STOCK, NUMBER -> "integer";
        };
    }

    private void refer(ObjectNode schema) {
        List<String> batches = report.columns().stream()
                .filter(column -> column.kind() == Kind.BATCH)
                .map(ReportColumn::name)
                .toList();
        if (!batches.isEmpty()) {
            ArrayNode keys = schema.putArray("foreignKeys");
            batches.forEach(column -> keys.addObject()
                    .put("fields", column)
                    .putObject("reference")
                    .put("resource", JsonDataPackageFormat.name(Report.STOCK))
                    .put("fields", "ref"));
        }
    }

    private static void addAll(List<String> texts, ArrayNode array) {
        texts.forEach(array::add);
    }
}
