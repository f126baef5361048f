package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.MadeUpNights;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of nights and a run as people with a browser see them, wherever they are and on whatever they look. */
class NightPagesIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);

    @TempDir
    Path root = Path.of("");

    @Soak
    @Test
    void every_page_is_whole_on_a_phone_and_on_a_desk_in_light_and_dark() throws IOException {
        try (MigratedDatabase database = new MigratedDatabase();
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK);
                Browser browser = Browser.open()) {
            MadeUpNights.write(database::update);
            console.logIn(console.person("anna", Role.OPERATOR), browser);
            for (String page : List.of(
                    "",
                    "nights/2026-11-25/1",
                    "nights/2026-11-24/1",
                    "nights/2026-11-25/1/attend",
                    "nights/2026-11-20/2",
                    "?state=refused")) {
                browser.driver().get(console.address() + page);
                for (int width : List.of(360, 1280)) {
                    for (String scheme : List.of("light", "dark")) {
                        browser.width(width).scheme(scheme);
                        browser.whole(Path.of(
                                "target",
                                "pictures",
                                "look%s-%d-%s.png".formatted(page.replaceAll("\\W", "-"), width, scheme)));
                        assertThat(browser.accessibilityViolations())
                                .as("%s %d %s", page, width, scheme)
                                .isEmpty();
                    }
                }
            }
        }
    }
}
