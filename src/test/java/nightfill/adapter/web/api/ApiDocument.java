package nightfill.adapter.web.api;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code openapi.json}, and what of an answer it does not say. */
record ApiDocument(JsonNode root) {

    /** Something that can be asked for. */
    record Operation(String method, String path, JsonNode definition) {

        String name() {
            return method + " " + path;
        }

        boolean isForAnybody() {
            return definition.path("security").isArray()
                    && definition.path("security").isEmpty();
        }

        /** The least role, as its description begins. */
        String role() {
            return definition.path("description").asString("").replaceAll("(?s)Least role: ([a-z]+)\\..*", "$1");
        }
    }

    /** A parameter that is not a part of the path's own. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static ApiDocument read() {
        try (InputStream stream =
                Objects.requireNonNull(ApiDocument.class.getResourceAsStream("/nightfill/api/openapi.json"))) {
            return new ApiDocument(JsonMapper.shared().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return root.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    List<Parameter> parameters(Operation operation) {
        return operation
                .definition()
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .map(parameter -> new Parameter(
                        parameter.get("name").stringValue(),
                        parameter.get("in").stringValue(),
                        parameter.get("required").booleanValue(),
                        parameter.get("schema")))
                .toList();
    }

    /** Of what is sent; nothing where nothing is. */
    List<Map.Entry<String, JsonNode>> properties(Operation operation) {
        return body(operation)
                .map(schema -> List.copyOf(schema.get("properties").properties()))
                .findFirst()
                .orElse(List.of());
    }

    List<String> required(Operation operation) {
        return body(operation)
                .flatMap(schema -> schema.get("required").valueStream().map(JsonNode::stringValue))
                .toList();
    }

    boolean hasBody(Operation operation) {
        return body(operation).findAny().isPresent();
    }

    private Stream<JsonNode> body(Operation operation) {
        JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? Stream.empty() : Stream.of(resolved(schema));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    /** What of an answer the document does not say; nothing where it says all. */
    List<String> faults(Operation operation, HttpResponse<String> answer) {
        JsonNode response =
                resolved(operation.definition().get("responses").path(Integer.toString(answer.statusCode())));
        if (response.isMissingNode()) {
            return List.of("%d is not documented".formatted(answer.statusCode()));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = response.get("content").path(type);
        if (content.isMissingNode()) {
            return List.of("%s is not documented of %d".formatted(type, answer.statusCode()));
        }
        List<String> faults = new ArrayList<>();
        response.path("headers").propertyNames().stream()
                .filter(header -> answer.headers().firstValue(header).isEmpty())
                .forEach(header -> faults.add(header + " is missing"));
        if (content.has("schema")) {
            faults.addAll(faults(content.get("schema"), answer.body()));
        }
        return faults;
    }

    private List<String> faults(JsonNode schema, String body) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", root.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(JsonMapper.shared().readTree(body))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
