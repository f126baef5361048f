package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.look.RunFile;
import nightfill.domain.access.Role;
import nightfill.domain.words.Visible;
import nightfill.harness.HostileTexts;
import nightfill.harness.InMemory;
import nightfill.harness.Installation;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** Pages that look things up, of a night whose feeds call things what a page must not believe. */
class LookPagesIT {

    static final List<String> HOSTILE = HostileTexts.IDENTIFIERS;

    private static final String NIGHT = "/nights/2026-11-20/1";
    private static final String LINKED = "/nights/2026-11-21/1";
    private static final Pattern TAG =
            Pattern.compile("<(/?[a-zA-Z0-9]+)((?:\\s+[-:a-zA-Z]+(?:=\"[^\"]*\")?)*)\\s*/?>");

    @TempDir(factory = InMemory.class)
    static Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static ServedConsole console;

    @BeforeAll
    static void work() throws IOException {
        database = TestDatabase.migrated();
        Installation nightfill = Installation.on(database, root).with("NIGHTFILL_OUTPUT", root.resolve("output"));
        HostileNight.arrive(nightfill, "2026-11-20");
        nightfill.run("2026-11-20", "--max-rejects", "100%").with(0);
        linked(Files.createDirectories(root.resolve("output/2026-11-21/run-1")));
        console = ServedConsole.over(database, root);
    }

    /** A run in which somebody has put links to what is outside. */
    private static void linked(Path run) throws IOException {
        Path secret = Files.writeString(root.resolve("secret.txt"), "top secret");
        for (String name : List.of("secret.txt", "link.csv", "released.csv")) {
            Files.createSymbolicLink(run.resolve(name), secret);
        }
    }

    @AfterAll
    static void end() {
        console.close();
        database.close();
    }

    private static WebClient viewer() {
        return console.as(Role.VIEWER);
    }

    private static String page(String path) {
        HttpResponse<String> answer = viewer().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Elements and their attributes' names: a text that was taken for markup would add to them. */
    private static List<String> elements(String page) {
        return TAG.matcher(page).results().map(LookPagesIT::element).toList();
    }

    private static String element(MatchResult tag) {
        return tag.group(1) + tag.group(2).replaceAll("=\"[^\"]*\"", "");
    }

    private static List<String> links(String page) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void a_name_is_text_whatever_it_says_and_its_links_lead_back_to_it(String name) {
        for (String kind : List.of("/order?id=", "/batch?ref=", "/sku?code=")) {
            String page = page(kind + encoded(name));
            List<String> named = new ArrayList<>(List.of("/order?id=", "/batch?ref=", "/sku?code="));
            named.replaceAll(path -> path + encoded(name));

            assertThat(HtmlUtils.htmlUnescape(page)).contains(">" + Visible.shown(name) + "<");
            assertThat(elements(page)).isEqualTo(elements(page(kind + HostileNight.PLAIN)));
            assertThat(links(page)).containsAnyElementsOf(named);
        }
    }

    @Test
    void what_was_rejected_is_text_too_and_selected_by_an_address() {
        String all = HtmlUtils.htmlUnescape(page(NIGHT + "/rejects"));

        assertThat(HostileNight.names())
                .allSatisfy(name ->
                        assertThat(all).contains('"' + Visible.shown(name).replace("\"", "\"\"") + "\",\"3\""));
        assertThat(all).contains("line\u240D\u240Abreak", "\u2407");
        assertThat(elements(page(NIGHT + "/rejects?reason=QUANTITY")))
                .containsOnlyOnce("h1")
                .doesNotContain("b", "img");
        assertThat(page(NIGHT + "/rejects?feed=order_lines.csv&reason=IDENTIFIER"))
                .contains("line\u240D\u240Abreak", "<option value=\"IDENTIFIER\" selected>")
                .doesNotContain(">QUANTITY</td>");
        assertThat(page(NIGHT + "/rejects?feed=batches.csv")).contains("No row of this run was rejected like that");
        assertThat(links(page(NIGHT))).contains(NIGHT + "/rejects?feed=order_lines.csv&reason=QUANTITY");
        assertThat(viewer().get("/nights/2026-11-20/2/rejects").statusCode()).isEqualTo(404);
    }

    @Test
    void a_name_leads_to_what_has_it() {
        HttpResponse<String> only = viewer().get("/find?text=+only+");

        assertThat(only.statusCode()).isEqualTo(303);
        assertThat(only.headers().firstValue("Location")).contains("/order?id=only");
        assertThat(links(page("/find?text=" + HostileNight.PLAIN)))
                .contains("/order?id=plain", "/batch?ref=plain", "/sku?code=plain");
        assertThat(viewer().get("/find?text=PLAIN").statusCode()).isEqualTo(404);
        assertThat(page("/find")).contains("Type an order's id");
        assertThat(List.of("/order?id=", "/batch?ref=", "/sku?code="))
                .allSatisfy(kind ->
                        assertThat(viewer().get(kind + "%00").statusCode()).isEqualTo(404))
                .allSatisfy(kind -> assertThat(viewer().get(kind + "no%0D%0ASet-Cookie:+x=y")
                                .headers()
                                .map())
                        .doesNotContainKey("x"));
    }

    @Test
    void trends_are_charts_and_tables() {
        assertThat(page("/trends"))
                .contains("The last 1 finished night", "role=\"img\"", "<th scope=\"col\" class=\"n\">Fill rate</th>");
    }

    @Test
    void reports_are_what_lies_in_output_and_are_checked() throws Exception {
        Path run = root.resolve("output/2026-11-20/run-1");
        String stock = Files.readString(run.resolve("stock.csv"));

        assertThat(page(NIGHT + "/reports")).contains("All 11 files are as they were installed");
        for (RunFile file : RunFile.ALL) {
            HttpResponse<String> answer = viewer().get(NIGHT + "/files/" + file.name());
            assertThat(answer.body()).isEqualTo(Files.readString(run.resolve(file.name())));
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"%s\"".formatted(file.name()));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        }
        Files.writeString(run.resolve("stock.csv"), stock + "x");
        assertThat(page(NIGHT + "/reports")).contains("1 of 11 is not as installed", "altered");
        Files.writeString(run.resolve("stock.csv"), stock);
    }

    @Test
    void the_report_is_framed_by_one_page_and_can_do_nothing() {
        HttpResponse<String> framed = viewer().get(NIGHT + "/report/framed");
        HttpResponse<String> around = viewer().get(NIGHT + "/report");

        assertThat(framed.body()).contains("Nightfill, report of the night");
        assertThat(framed.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        assertThat(framed.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(framed.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(around.body()).contains("<iframe class=\"report\" sandbox title=");
        assertThat(around.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(around.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'; script-src 'self'", "frame-ancestors 'none'", "frame-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_report_that_there_is_not_has_no_page_around_it() {
        for (String run : List.of("/nights/garbage/1", "/nights/2031-01-01/1", LINKED)) {
            assertThat(viewer().get(run + "/report/framed").statusCode())
                    .as(run)
                    .isEqualTo(404);
            assertThat(viewer().get(run + "/report").statusCode()).as(run).isEqualTo(404);
        }
    }

    /** OUTPUT is a link to itself meanwhile. */
    @Test
    void why_a_file_cannot_be_read_is_shown_and_not_downloaded() throws IOException {
        Path output = root.resolve("output");
        Path away = Files.move(output, root.resolve("away"));
        Files.createSymbolicLink(output, output);
        try {
            HttpResponse<String> answer = viewer().get(NIGHT + "/files/stock.csv");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("<h1>", "stock.csv of 2026-11-20/run-1 in ", " cannot be read");
            assertThat(answer.headers().map()).doesNotContainKeys("content-disposition");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        } finally {
            Files.delete(output);
            Files.move(away, output);
        }
    }

    @Test
    void a_sku_has_what_all_its_batches_have() {
        assertThat(page("/sku?code=" + HostileNight.MANY))
                .contains("7 units are free in the warehouse, the next batch comes on 2026-12-24");
    }

    /** The secret lies beside OUTPUT and, under names that are no report's, in the run itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "../../../secret.txt",
                "..%2f..%2f..%2fsecret.txt",
                "%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
                "%252e%252e%252fsecret.txt",
                "..;/..;/..;/secret.txt",
                "..%5c..%5c..%5csecret.txt",
                "%2fetc%2fpasswd",
                "/etc/passwd",
                "stock.csv%00.txt",
                "stock.csv%0d%0aSet-Cookie:x=y",
                "secret.txt",
                "link.csv",
                "released.csv",
                "STOCK.CSV",
                "stock.csv/",
                "stock.csv;x",
                "."
            })
    void nothing_but_the_files_of_a_run_is_served(String name) {
        HttpResponse<String> answer = viewer().get(LINKED + "/files/" + name);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("top secret", "root:");
        assertThat(answer.headers().map()).doesNotContainKeys("content-disposition");
    }
}
