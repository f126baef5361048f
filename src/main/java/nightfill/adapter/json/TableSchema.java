package nightfill.adapter.json;

import java.util.List;
import nightfill.application.report.Report;
import nightfill.application.report.ReportColumn;
import nightfill.application.report.ReportColumn.Kind;
import nightfill.domain.words.Identifiers;
import nightfill.domain.words.Rules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report's columns in the words of the Frictionless standard's Table Schema. */
record TableSchema(Report report, Rules rules) {

    /** In a form that means the same in every regular expression language, to a reader that matches the whole value. */
    private static final String IDENTIFIER = "[^=+@\\-][\\s\\S]*";

    /** A date has no room for another word, and one that counted as missing would be no other than the warehouse. */
    private static final String ETA = "[0-9]{4}-[0-9]{2}-[0-9]{2}|unknown";

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

    private void describe(ReportColumn column, ObjectNode field) {
        field.put("name", column.name()).put("type", type(column.kind()));
        ObjectNode constraints = field.putObject("constraints").put("required", column.required());
        switch (column.kind()) {
            case IDENTIFIER, BATCH ->
                constraints.put("maxLength", Identifiers.MAX_CODE_POINTS).put("pattern", IDENTIFIER);
            case CODE -> addAll(column.codes(), constraints.putArray("enum"));
            case DATE -> range(constraints);
            case ETA -> {
                if (hasUnknown()) {
                    constraints.put("pattern", ETA);
                } else {
                    range(constraints);
                }
            }
            case QUANTITY -> constraints.put("minimum", 1).put("maximum", Integer.MAX_VALUE);
            case STOCK -> constraints.put("minimum", 0).put("maximum", Integer.MAX_VALUE);
            case TEXT, NUMBER, SUM -> {}
        }
    }

    private static void range(ObjectNode constraints) {
        constraints.put("minimum", "2000-01-01").put("maximum", "2199-12-31");
    }

    private boolean hasUnknown() {
        return rules.have(Rules.TWO);
    }

    private String type(Kind kind) {
        return switch (kind) {
            case IDENTIFIER, BATCH, TEXT, CODE -> "string";
            case DATE -> "date";
            case ETA -> hasUnknown() ? "string" : "date";
            case QUANTITY, STOCK, NUMBER -> "integer";
            case SUM -> rules.have(Rules.TWO) ? "string" : "integer";
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
