package nightfill.adapter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.adapter.web.api.ApiDocument.Operation;
import nightfill.adapter.web.api.ApiDocument.Parameter;
import nightfill.domain.access.Role;
import nightfill.harness.InMemory;
import nightfill.harness.Installation;
import nightfill.harness.Mappings;
import nightfill.harness.ProgramClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks for everything that {@code openapi.json} describes, rightly and in every wrong way that follows from it. */
class ApiWalkIT {

    private static final ApiDocument DOCUMENT = ApiDocument.read();

    /** What can be asked for of the night that is there. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("date", "2026-11-20"),
            Map.entry("number", "1"),
            Map.entry("name", "stock.csv"),
            Map.entry("request", "1"),
            Map.entry("id", "A-1"),
            Map.entry("ref", "B-1"),
            Map.entry("code", "CHAIR"),
            Map.entry("from", "2026-11-01"),
            Map.entry("to", "2026-11-30"),
            Map.entry("status", "FINISHED"),
            Map.entry("before", "2026-12-01"),
            Map.entry("feed", "order_lines.csv"),
            Map.entry("reason", "QUANTITY"),
            Map.entry("after", "1"),
            Map.entry("directory", "publish"),
            Map.entry("Idempotency-Key", "k-1"));

    @TempDir(factory = InMemory.class)
    static Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static ServedConsole console;

    private static final Map<Role, ProgramClient> PROGRAMS = new LinkedHashMap<>();

    @BeforeAll
    static void serve() {
        database = TestDatabase.migrated();
        Installation nightfill = Installation.on(database, root).with("NIGHTFILL_OUTPUT", root.resolve("output"));
        nightfill.arrive("2026-11-20", "batches.csv", "ref,sku,qty,eta", "B-1,CHAIR,40,", "B-2,CHAIR,5,unknown");
        nightfill.arrive(
                "2026-11-20",
                "order_lines.csv",
                "orderid,line,sku,qty",
                "A-1,1,CHAIR,4",
                "A-1,2,CHAIR,400",
                "A-2,,CHAIR,none");
        nightfill.run("2026-11-20", "--max-rejects", "100%").with(0);
        console = ServedConsole.over(database, root);
        for (Role role : Role.values()) {
            PROGRAMS.put(role, console.program("walk-" + role.title(), role));
        }
    }

    @AfterAll
    static void end() {
        console.close();
        database.close();
    }

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    @Test
    void the_document_describes_what_there_is_and_nothing_else() {
        assertThat(operations().stream().map(Operation::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Mappings.all().stream()
                        .filter(mapping -> mapping.contains(" /api/"))
                        .toList());
        assertThat(DOCUMENT.root().get("openapi").stringValue()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoever_may_gets_what_is_documented(Operation operation) {
        HttpResponse<String> answer = send(least(operation), operation, EXAMPLES, body(operation));

        assertSaid(operation, answer);
        assertThat(answer.statusCode())
                .isEqualTo(
                        operation.method().equals("GET")
                                ? 200
                                : operation.path().endsWith("/allocations") ? 201 : 409);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whoever_may_not_is_told(Operation operation) {
        HttpResponse<String> stranger =
                send(ProgramClient.of(console.address(), ""), operation, EXAMPLES, body(operation));
        assertThat(stranger.statusCode()).isEqualTo(operation.isForAnybody() ? 200 : 401);
        assertSaid(operation, stranger);
        String role = operation.isForAnybody() ? "viewer" : operation.role();
        for (Role each : Role.values()) {
            if (each.compareTo(Role.parse(role).orElseThrow()) < 0) {
                HttpResponse<String> refused = send(program(each), operation, EXAMPLES, body(operation));
                assertThat(refused.statusCode()).isEqualTo(403);
                assertSaid(operation, refused);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_parameter_that_is_wrong_is_told(Operation operation) {
        for (Parameter parameter : DOCUMENT.parameters(operation)) {
            if (parameter.required() && parameter.in().equals("query")) {
                Map<String, String> without = new LinkedHashMap<>(EXAMPLES);
                without.remove(parameter.name());
                assertRefused(operation, without, body(operation), parameter + " is missing");
            }
            for (String wrong : wrong(parameter.schema())) {
                if (wrong.isEmpty() && parameter.in().equals("path")) {
                    continue;
                }
                Map<String, String> parameters = new LinkedHashMap<>(EXAMPLES);
                parameters.put(parameter.name(), wrong);
                assertRefused(operation, parameters, body(operation), parameter + " is " + wrong);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_body_that_is_wrong_is_told(Operation operation) {
        if (!DOCUMENT.hasBody(operation)) {
            return;
        }
        for (String wrong : wrongBodies(operation)) {
            assertRefused(operation, EXAMPLES, wrong, wrong);
        }
        HttpResponse<String> form = least(operation)
                .send(
                        operation.method(),
                        address(operation, EXAMPLES),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        "orderid=A-1&qty=1");
        assertThat(form.statusCode()).isEqualTo(415);
        assertSaid(operation, form);
    }

    private static List<String> wrongBodies(Operation operation) {
        List<String> bodies = new ArrayList<>(List.of(
                "[]",
                "{",
                "\"text\"",
                "null",
                "{} {}",
                "{\"unknown\":1}",
                "x".repeat(100),
                "[" + "[".repeat(2000),
                "\"" + "x".repeat(70_000)));
        String right = body(operation);
        bodies.add(right + right);
        bodies.add(right.replaceFirst("\"[a-z]+\":", "$0 1, $0"));
        for (String required : DOCUMENT.required(operation)) {
            bodies.add(changed(right, required, null));
        }
        for (Map.Entry<String, JsonNode> property : DOCUMENT.properties(operation)) {
            String type = property.getValue().path("type").toString();
            bodies.add(changed(right, property.getKey(), type.contains("integer") ? "\"1\"" : "1"));
            bodies.add(changed(right, property.getKey(), "[]"));
            bodies.add(changed(right, property.getKey(), "{}"));
            if (type.contains("integer")) {
                Stream.of("0", "-1", "1.5", "1e3", "2147483648", "99999999999999999999", "true")
                        .forEach(wrong -> bodies.add(changed(right, property.getKey(), wrong)));
            }
            if (property.getValue().has("maxLength")) {
                int most = property.getValue().get("maxLength").intValue();
                bodies.add(changed(right, property.getKey(), "\"" + "x".repeat(most + 1) + "\""));
            }
            if (property.getValue().has("minLength")) {
                bodies.add(changed(right, property.getKey(), "\"\""));
                bodies.add(changed(right, property.getKey(), "\"=1+1\""));
                bodies.add(changed(right, property.getKey(), "\"a\\u0000b\""));
            }
        }
        return bodies;
    }

    /** A body with another value of a member, or without it. */
    private static String changed(String body, String member, @Nullable String value) {
        ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(body);
        changed.remove(member);
        if (value == null) {
            return changed.toString();
        }
        String rest = changed.toString();
        return "{\"%s\":%s%s".formatted(member, value, rest.equals("{}") ? "}" : "," + rest.substring(1));
    }

    private static List<String> wrong(JsonNode schema) {
        String type = schema.path("type").asString("");
        List<String> wrong = new ArrayList<>();
        if (schema.has("enum")) {
            wrong.addAll(List.of("", "none of them"));
        } else if (schema.path("format").asString("").equals("date")) {
            wrong.addAll(List.of("", "today", "2026-11-31", "2026-1-1", "20261120", "1999-12-31"));
        } else if (type.equals("integer")) {
            wrong.addAll(List.of("", "0", "-1", "one", "1.0", "9".repeat(30)));
        }
        if (schema.has("minLength")) {
            wrong.add("");
        }
        if (schema.has("maxLength")) {
            wrong.add("x".repeat(schema.get("maxLength").intValue() + 1));
        }
        if (schema.has("pattern")) {
            wrong.addAll(List.of("two words", "x".repeat(256)));
        }
        return wrong;
    }

    private static void assertRefused(Operation operation, Map<String, String> parameters, String body, String how) {
        HttpResponse<String> answer = send(least(operation), operation, parameters, body);
        assertThat(answer.statusCode()).as("%s: %s", operation.name(), how).isIn(400, 404, 413);
        assertSaid(operation, answer);
        assertThat(ProgramClient.json(answer).get("detail").stringValue())
                .as(how)
                .isNotBlank()
                .doesNotContain("Exception", "tools.jackson", "\n");
    }

    private static void assertSaid(Operation operation, HttpResponse<String> answer) {
        assertThat(DOCUMENT.faults(operation, answer))
                .as("%s: %s", operation.name(), answer.body())
                .isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private static ProgramClient least(Operation operation) {
        return operation.isForAnybody()
                ? program(Role.VIEWER)
                : program(Role.valueOf(operation.role().toUpperCase(Locale.ROOT)));
    }

    private static ProgramClient program(Role role) {
        return Objects.requireNonNull(PROGRAMS.get(role));
    }

    private static String body(Operation operation) {
        if (!DOCUMENT.hasBody(operation)) {
            return "";
        }
        return operation.path().endsWith("/allocations")
                ? "{\"orderid\":\"U-1\",\"line\":\"1\",\"sku\":\"CHAIR\",\"qty\":2}"
                : "{\"seen\":\"FINISHED.1.-.-@1\",\"note\":\"n\",\"directory\":null}";
    }

    private static HttpResponse<String> send(
            ProgramClient client, Operation operation, Map<String, String> parameters, String body) {
        Map<String, String> headers = DOCUMENT.parameters(operation).stream()
                .filter(parameter -> parameter.in().equals("header"))
                .collect(Collectors.toMap(Parameter::name, parameter -> example(parameter, parameters)));
        return client.send(operation.method(), address(operation, parameters), headers, body);
    }

    private static String example(Parameter parameter, Map<String, String> parameters) {
        return Objects.requireNonNull(parameters.get(parameter.name()), parameter.name());
    }

    /** With all parameters that have a value, but keys of pages, whose form is each page's own. */
    private static String address(Operation operation, Map<String, String> parameters) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : DOCUMENT.parameters(operation)) {
            String value = parameters.get(parameter.name());
            if (value == null) {
                continue;
            }
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded);
            } else if (parameter.in().equals("query") && !isUnwantedKey(operation, parameter, value)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.name())
                        .append('=')
                        .append(encoded);
            }
        }
        return path + query;
    }

    private static boolean isUnwantedKey(Operation operation, Parameter parameter, String value) {
        boolean key = parameter.name().equals("after") || parameter.name().equals("before");
        return key
                && value.equals(EXAMPLES.get(parameter.name()))
                && !operation.path().equals("/api/nights");
    }
}
