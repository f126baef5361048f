package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.InMemory;
import nightfill.harness.Installation;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that look things up, in a browser: nothing that a feed says becomes an element or opens a dialog. */
class LookPicturesIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Soak
    @Test
    void hostile_texts_stay_texts_and_everybody_can_read_the_pages(@TempDir(factory = InMemory.class) Path root)
            throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            Installation nightfill = Installation.on(database, root).with("NIGHTFILL_OUTPUT", root.resolve("output"));
            HostileNight.arrive(nightfill, "2026-11-20");
            nightfill.run("2026-11-20", "--max-rejects", "100%").with(0);
            HostileNight.history(database);
            try (ServedConsole console = ServedConsole.over(database, root);
                    Browser browser = Browser.open()) {
                console.logIn(console.person("anna", Role.VIEWER), browser);
                for (Map.Entry<String, String> page : pages().entrySet()) {
                    browser.driver().get(console.address() + page.getValue().substring(1));
                    shoot(browser, page.getKey());
                }
            }
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        List<String> names = HostileNight.names();
        for (String name : names) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
            String tag = "-" + names.indexOf(name);
            pages.put("find" + tag, "/find?text=" + encoded);
            pages.put("order" + tag, "/order?id=" + encoded);
            pages.put("batch" + tag, "/batch?ref=" + encoded);
            pages.put("sku" + tag, "/sku?code=" + encoded);
            pages.put("nothing" + tag, "/find?text=" + encoded + "z");
        }
        pages.put("rejects", "/nights/2026-11-20/1/rejects");
        pages.put("trends", "/trends");
        pages.put("reports", "/nights/2026-11-20/1/reports");
        pages.put("report", "/nights/2026-11-20/1/report");
        pages.put("run", "/nights/2026-11-20/1");
        return pages;
    }

    private static void shoot(Browser browser, String name) throws Exception {
        assertThat(
                        browser.evaluate(
                                "return document.querySelectorAll('main img, main script, [onerror], [onload], [onmouseover]').length"))
                .as(name)
                .isEqualTo(0L);
        boolean named = name.matches(".*-[1-9][0-9]*");
        for (int width : List.of(360, 1280)) {
            browser.width(width);
            assertThat((Long) browser.evaluate("return document.scrollingElement.scrollWidth - innerWidth"))
                    .as("%s, %d pixels: overflow", name, width)
                    .isLessThanOrEqualTo(0L);
            for (String scheme : named ? List.of("light") : List.of("light", "dark")) {
                browser.scheme(scheme);
                assertThat(named ? List.of() : browser.accessibilityViolations())
                        .as("%s, %d pixels, %s", name, width, scheme)
                        .isEmpty();
                browser.picture(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, scheme)));
            }
        }
    }
}
