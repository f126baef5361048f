package nightfill.frictionless;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A field of a Table Schema. */
record Field(JsonNode schema) {

    String name() {
        return schema.get("name").stringValue();
    }

    /** What is wrong with a value. */
    Optional<String> fault(String value) {
        JsonNode constraints = schema.get("constraints");
        if (value.isEmpty()) {
            return Optional.of("is required")
                    .filter(fault -> constraints.get("required").asBoolean());
        } else if (!hasType(value)) {
            return Optional.of("is not of type " + type());
        }
        return constraints.properties().stream()
                .filter(constraint -> !holds(constraint, value))
                .map(constraint -> "breaks " + constraint.getKey())
                .findFirst();
    }

    private String type() {
        return schema.get("type").stringValue();
    }

    private boolean hasType(String value) {
        return switch (type()) {
            case "string" -> true;
            case "integer" -> value.matches("-?(0|[1-9][0-9]*)");
            case "date" -> isDate(value);
            default -> throw new AssertionError(type());
        };
    }

    private static boolean isDate(String value) {
        try {
            return LocalDate.parse(value).toString().equals(value);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean holds(Map.Entry<String, JsonNode> constraint, String value) {
        JsonNode bound = constraint.getValue();
        return switch (constraint.getKey()) {
            case "required" -> true;
            case "minimum" -> compare(value, bound) >= 0;
            case "maximum" -> compare(value, bound) <= 0;
            case "maxLength" -> value.codePointCount(0, value.length()) <= bound.asInt();
            case "pattern" -> value.matches(bound.stringValue());
            case "enum" ->
                bound.valueStream().map(JsonNode::stringValue).toList().contains(value);
            default -> throw new AssertionError(constraint.getKey());
        };
    }

    private int compare(String value, JsonNode bound) {
        return type().equals("date")
                ? LocalDate.parse(value).compareTo(LocalDate.parse(bound.stringValue()))
                : new BigInteger(value).compareTo(bound.bigIntegerValue());
    }
}
