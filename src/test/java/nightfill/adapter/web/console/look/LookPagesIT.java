package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
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
import org.springframework.web.util.HtmlUtils;

/** Pages that look things up, of a night whose feeds call things what a page must not believe. */
class LookPagesIT {

    static final List<String> HOSTILE = HostileTexts.IDENTIFIERS;

    private static final String NIGHT = "/nights/2026-11-20/1";
    private static final Pattern TAG =
            Pattern.compile("<(/?[a-zA-Z0-9]+)((?:\\s+[-:a-zA-Z]+(?:=\"[^\"]*\")?)*)\\s*/?>");

    @TempDir(factory = InMemory.class)
    static Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private static ServedConsole console;

    @BeforeAll
    static void work() {
        database = TestDatabase.migrated();
        Installation nightfill = Installation.on(database, root).with("NIGHTFILL_OUTPUT", root.resolve("output"));
        HostileNight.arrive(nightfill, "2026-11-20");
        nightfill.run("2026-11-20", "--max-rejects", "100%").with(0);
        console = ServedConsole.over(database, root);
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

            assertThat(HtmlUtils.htmlUnescape(page)).contains(">" + name + "<");
            assertThat(elements(page)).isEqualTo(elements(page(kind + HostileNight.PLAIN)));
            assertThat(links(page)).containsAnyElementsOf(named);
        }
    }

    @Test
    void what_was_rejected_is_text_too_and_selected_by_an_address() {
        String all = HtmlUtils.htmlUnescape(page(NIGHT + "/rejects"));

        assertThat(HostileNight.names())
                .allSatisfy(name -> assertThat(all).contains('"' + name.replace("\"", "\"\"") + "\",\"3\""));
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
}
