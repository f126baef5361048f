package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.adapter.web.security.AccessMatrix.Row;
import nightfill.application.access.AuditTrail;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Allowance;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import nightfill.harness.ProgramClient;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/** Every page and act of a console that runs, as everybody asks for it, in all the ways in which it might slip through. */
class WalkIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final MutableClock CLOCK = new MutableClock();
    /** What is people's. */
    private static final List<Row> ROWS = AccessMatrix.ROWS.stream()
            .filter(row -> !AccessMatrix.isForPrograms(row.path()))
            .toList();

    private static final Map<String, String> NOTHING = Map.of("_csrf", "");

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root, CLOCK);
    }

    @AfterAll
    static void close() {
        console.close();
        DATABASE.close();
    }

    @Test
    void everybody_gets_what_the_matrix_says() {
        CLOCK.advance(Duration.ofMinutes(21));
        for (Row row : ROWS) {
            // one more refusal may be noted
            CLOCK.advance(Allowance.EACH);
            String path = path(row);
            assertThat(status(row, path, console.stranger()))
                    .as("stranger %s", row)
                    .isIn(row.least() == null ? List.of(200, 404, 422) : List.of(302));
            for (Role role : Role.values()) {
                boolean may = row.least() == null || role.compareTo(row.least()) >= 0;
                int status = status(row, path, console.as(role));
                if (may) {
                    assertThat(status).as("%s %s", role, row).isIn(200, 303, 404, 409, 422);
                } else {
                    assertThat(status).as("%s %s", role, row).isEqualTo(403);
                    assertThat(newest().request().act()).isEqualTo(row.method() + " " + row.path());
                    assertThat(newest().outcome().word()).isEqualTo("REFUSED");
                    assertThat(newest().request().actor().name()).isEqualTo(role.title());
                }
            }
        }
    }

    private static int status(Row row, String path, WebClient client) {
        client.get("/log-in");
        return (row.method().equals(HttpMethod.GET) ? client.get(path) : client.post(path, Map.of())).statusCode();
    }

    @Test
    void looking_changes_nothing() throws SQLException {
        WebClient admin = console.as(Role.ADMIN);
        Map<String, String> before = tables();
        assertThat(before).containsKeys("account", "audit_log", "run");
        for (Row row : rows(HttpMethod.GET)) {
            admin.get(path(row));
            assertThat(tables()).as("%s", row).isEqualTo(before);
        }
    }

    @Test
    void a_form_counts_in_its_own_session_alone() throws SQLException {
        WebClient admin = console.as(Role.ADMIN);
        WebClient other = console.stranger();
        other.get("/log-in");
        String foreign = token(other);
        Map<String, String> before = tables();
        for (String path : posts()) {
            for (Map<String, String> fields : List.of(NOTHING, Map.of("_csrf", "x"), Map.of("_csrf", foreign))) {
                HttpResponse<String> answer = admin.post(path, fields);
                assertThat(answer.statusCode()).as("%s %s", path, fields).isEqualTo(403);
                assertThat(answer.body()).contains("Your page is old");
            }
            admin.get("/account");
            HttpRequest.Builder crossSite = admin.request(path)
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + token(admin)));
            assertThat(admin.send(crossSite).statusCode()).as(path).isEqualTo(403);
        }
        Map<String, String> after = tables();
        assertThat(after.remove("audit_log")).isNotEqualTo(before.remove("audit_log"));
        assertThat(after).isEqualTo(before);
        assertThat(admin.get("/").statusCode()).isEqualTo(200);
    }

    private static List<String> posts() {
        return Stream.concat(rows(HttpMethod.POST).stream().map(WalkIT::path), Stream.of("/log-in", "/log-out"))
                .toList();
    }

    @Test
    void no_other_spelling_of_a_path_slips_through() {
        WebClient stranger = console.stranger();
        WebClient viewer = console.as(Role.VIEWER);
        ProgramClient program = console.program("speller", Role.VIEWER);
        for (Row row : AccessMatrix.ROWS) {
            if (row.least() == null || !row.method().equals(HttpMethod.GET)) {
                continue;
            }
            for (String spelling : spellings(path(row))) {
                assertThat(stranger.get(spelling).statusCode()).as(spelling).isIn(302, 400, 401, 404);
                if (row.least() == Role.ADMIN) {
                    assertThat(viewer.get(spelling).statusCode()).as(spelling).isIn(400, 401, 403, 404);
                    assertThat(program.get(spelling).statusCode()).as(spelling).isIn(302, 400, 403, 404, 405);
                }
            }
        }
    }

    private static List<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String encoded = last.isEmpty() ? "" : "%%%02x%s".formatted((int) last.charAt(0), last.substring(1));
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        return List.of(
                path + ".json",
                path + ";x=y",
                path + "/",
                path + "//",
                path + "/.",
                path + "%2f",
                path + "%252f",
                path + "%00",
                path + "%0d%0a",
                "/" + path,
                "/live.js/.." + path,
                "/live.js/..;" + path,
                "/live.js%2f%2e%2e" + path,
                before + encoded,
                before + encoded.replace("%", "%25"),
                before + last.toUpperCase(Locale.ROOT));
    }

    @Test
    void no_other_method_slips_through() {
        WebClient viewer = console.as(Role.VIEWER);
        viewer.get("/account");
        for (String header : List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
            HttpRequest.Builder request = viewer.request("/accounts")
                    .header(header, "GET")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_method=GET&_csrf=" + token(viewer)));
            assertThat(viewer.send(request).statusCode()).as(header).isEqualTo(404);
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS")) {
            HttpResponse<String> answer =
                    viewer.send(viewer.request("/account").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().allValues("Allow")).as(method).isNotEmpty();
        }
    }

    @Test
    void the_head_of_a_page_is_that_of_the_page() {
        for (WebClient client : List.of(console.stranger(), console.as(Role.VIEWER), console.as(Role.ADMIN))) {
            for (Row row : rows(HttpMethod.GET)) {
                HttpResponse<String> head =
                        client.send(client.request(path(row)).method("HEAD", BodyPublishers.noBody()));
                assertThat(head.statusCode())
                        .as("%s", row)
                        .isEqualTo(client.get(path(row)).statusCode());
                assertThat(head.body()).isEmpty();
            }
        }
    }

    @Test
    void every_answer_is_on_its_guard_also_where_something_is_wrong() throws SQLException {
        WebClient admin = console.as(Role.ADMIN);
        WebClient stranger = console.stranger();
        List<HttpResponse<String>> answers = new ArrayList<>();
        rows(HttpMethod.GET).forEach(row -> answers.add(admin.get(path(row))));
        answers.add(stranger.get("/"));
        answers.add(stranger.send(stranger.request("/").header("Nightfill-Poll", "1")));
        answers.add(admin.get("/none"));
        answers.add(admin.get("/accounts;x"));
        answers.add(admin.post("/new-account", NOTHING));
        answers.add(broken(admin));
        assertThat(answers).extracting(HttpResponse::statusCode).contains(200, 302, 400, 401, 403, 404, 500);
        for (HttpResponse<String> answer : answers) {
            String about = answer.statusCode() + " " + answer.uri();
            boolean framed = answer.uri().getPath().endsWith("/framed");
            assertThat(header(answer, "Content-Security-Policy").orElse(""))
                    .as(about)
                    .startsWith(framed ? FramedReport.POLICY : Headers.POLICY);
            assertThat(header(answer, "X-Content-Type-Options")).as(about).contains("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(about).contains(framed ? "SAMEORIGIN" : "DENY");
            assertThat(header(answer, "Referrer-Policy")).as(about).contains("no-referrer");
            assertThat(header(answer, "Cache-Control").orElse(""))
                    .as(about)
                    .matches("no-store|.*no-store.*|max-age=60");
            assertThat(answer.body()).as(about).doesNotContain("Apache", "Tomcat", "\tat ", "Exception");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(about)
                    .allMatch(cookie ->
                            cookie.matches("__Host-nightfill=[0-9A-F]+; Path=/; Secure; HttpOnly; SameSite=Lax"));
        }
    }

    /** The server's own answer, before anybody else sees the request. */
    @Test
    void what_no_address_can_be_is_answered_with_nothing() {
        for (String path : List.of("/%2e%2e/x", "/nights/%00", "/%5c..%5cx")) {
            HttpResponse<String> answer = console.stranger().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).doesNotContain("Tomcat", "Apache", "Exception");
        }
    }

    private static HttpResponse<String> broken(WebClient admin) throws SQLException {
        update("alter table audit_log rename to audit_log_gone");
        try {
            return admin.get("/audit");
        } finally {
            update("alter table audit_log_gone rename to audit_log");
        }
    }

    @Test
    void whatever_somebody_wrote_is_shown_as_text() {
        String hostile = "<img src=x onerror=alert(1)>\"'{{page}}\r\n\u202e";
        console.part(AuditTrail.class)
                .happened(
                        new AuditEntry.Request(new Actor(Actor.Kind.HOST, hostile, hostile), hostile, hostile, hostile),
                        "DONE",
                        hostile);

        assertThat(console.as(Role.VIEWER).get("/audit").body())
                .contains("&lt;img src")
                .doesNotContain("<img");
    }

    private static Optional<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name);
    }

    private static AuditEntry newest() {
        return console.part(AuditTrail.class).before(Long.MAX_VALUE, 1).get(0);
    }

    private static List<Row> rows(HttpMethod method) {
        return ROWS.stream().filter(row -> row.method().equals(method)).toList();
    }

    private static String path(Row row) {
        return row.path()
                .replace("{date}", "2026-11-20")
                .replace("{number}", "1")
                .replace("{name}", "viewer")
                .replace("/accounts/viewer/{act}", "/accounts/viewer/reset")
                .replace("/account/{act}", "/account/sessions")
                .replaceAll("\\{[^}]*}", "x");
    }

    private static String token(WebClient client) {
        String page = client.get("/log-in").body();
        int begin = page.indexOf("value=\"", page.indexOf("name=\"_csrf\"")) + "value=\"".length();
        return page.substring(begin, page.indexOf('"', begin));
    }

    /** All rows of each table, in brief. */
    private static Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select tablename from pg_tables where schemaname = current_schema() order by 1")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet rows = statement.executeQuery(
                        "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from %s t"
                                .formatted(name))) {
                    rows.next();
                    tables.put(name, rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static void update(String statement) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement session = connection.createStatement()) {
            session.execute(statement);
        }
    }
}
