package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.Figures;
import nightfill.harness.HeldTable;
import nightfill.harness.MadeUpNights;
import nightfill.harness.ShownPage;
import nightfill.harness.Soak;
import nightfill.harness.WebClient;
import nightfill.harness.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Wherever viewers are and however many. */
class ViewersIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);

    /** What a thumb may miss. */
    private static final String SMALL = """
            return [...document.querySelectorAll('main a, main button, main summary, header a, header button,'
                    + 'main input:not([type=hidden]), main select')]
                .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44)
                .map(e => e.outerHTML.slice(0, 60)).join('; ')""";

    @TempDir
    Path root = Path.of("");

    @Soak
    @Test
    void times_are_in_the_viewers_zone_and_dates_never_shift() {
        try (MigratedDatabase database = new MigratedDatabase();
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK);
                Browser browser = Browser.open()) {
            MadeUpNights.write(database::update);
            ChromeDriver driver = browser.driver();
            console.logIn(console.person("anna", Role.OPERATOR), browser);
            for (List<String> zone : List.of(
                    List.of("Pacific/Midway", "2026-11-25 15:00", "-11:00"),
                    List.of("Pacific/Kiritimati", "16:00", "+14:00"),
                    List.of("UTC", "02:00", "+00:00"))) {
                inZone(driver, zone.get(0));
                driver.get(console.address().toString());
                assertThat(driver.findElements(By.cssSelector("tbody tr"))
                                .get(0)
                                .getText())
                        .contains("2026-11-25 Wed", zone.get(1));
                assertThat(driver.findElement(By.cssSelector("[data-zone]")).getText())
                        .isEqualTo(zone.get(0));
                assertThat(began(driver, console, "2026-11-25")).endsWith(zone.get(2));
            }
            inZone(driver, "Europe/Berlin");
            assertThat(began(driver, console, "2026-10-23")).contains("04:00", "+02:00");
            assertThat(began(driver, console, "2026-10-24")).contains("03:00", "+01:00");
        }
    }

    private static void inZone(ChromeDriver driver, String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    private static String began(ChromeDriver driver, ServedConsole console, String date) {
        driver.get(console.address() + "nights/" + date + "/1");
        return driver.findElement(By.cssSelector("summary time")).getText();
    }

    @Soak
    @Test
    void rows_are_walked_by_keys_and_a_phone_shows_all_without_going_sideways() {
        try (MigratedDatabase database = new MigratedDatabase();
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK);
                Browser browser = Browser.open()) {
            MadeUpNights.write(database::update);
            console.logIn(console.person("anna", Role.OPERATOR), browser);
            String first = press(browser, "j");
            assertThat(press(browser, "j")).isNotEqualTo(first);
            assertThat(press(browser, "k")).isEqualTo(first);
            press(browser, "?");
            assertThat(browser.evaluate("return document.getElementById('keys').open"))
                    .isEqualTo(true);
            for (String page : List.of(
                    "",
                    "nights/2026-11-25/1",
                    "nights/2026-11-24/1",
                    "nights/2026-11-25/1/attend",
                    "nights/2026-11-25/1/restart",
                    "nights/2026-11-25/1/abandon",
                    "nights/2026-11-24/1/rejects",
                    "nights/2026-11-24/1/reports",
                    "audit",
                    "start",
                    "trends",
                    "find?text=none",
                    "account",
                    "account/password",
                    "none",
                    "accounts")) {
                browser.driver().get(console.address() + page);
                browser.width(360);
                assertThat(new ShownPage(browser).overflow()).as(page).isNotPositive();
                assertThat(browser.evaluate(SMALL)).as(page).isEqualTo("");
            }
        }
    }

    /** Returns what has the focus then. */
    private static String press(Browser browser, String key) {
        browser.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '%s', bubbles: true})); return 1"
                        .formatted(key));
        return String.valueOf(browser.evaluate("return document.activeElement.textContent"));
    }

    /** Nothing of the database can be read meanwhile, as whoever asks anew finds out. */
    @Soak
    @Test
    void fifty_tabs_cost_the_database_what_one_does() throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, CLOCK)) {
            WebClient viewer = console.as(Role.VIEWER);
            assertThat(poll(viewer)).isEqualTo(200);

            try (HeldTable runs = HeldTable.unreadable(database, "run");
                    HeldTable accounts = HeldTable.unreadable(database, "account")) {
                assertThat(IntStream.range(0, 50).map(tab -> poll(viewer))).containsOnly(200);
                assertThat(viewer.get("/").body()).contains("took the database too long");
                runs.release();
                accounts.release();
            }
        }
    }

    /** Every page is asked for anew each time, as by people who look for a while. */
    @Soak
    @Test
    void fifty_tabs_have_the_database_execute_what_one_does() throws Exception {
        MutableClock clock = new MutableClock();
        AtomicInteger statements = new AtomicInteger();
        try (TestDatabase database = TestDatabase.migrated();
                Wire wire = Wire.counting(database.url(), statements);
                ServedConsole console = ServedConsole.over(
                        new ConnectionSettings(wire.url(), database.user(), database.password()), root, clock)) {
            WebClient viewer = console.as(Role.VIEWER);
            int one = statements(viewer, 1, clock, statements);
            int fifty = statements(viewer, 50, clock, statements);

            Figures.count(ViewersIT.class, "statements of 20 rounds: 1 tab %d, 50 tabs %d".formatted(one, fifty));
            assertThat(one).isPositive();
            assertThat(fifty).isEqualTo(one);
        }
    }

    private static int statements(WebClient viewer, int tabs, MutableClock clock, AtomicInteger executed) {
        executed.set(0);
        for (int round = 0; round < 20; round++) {
            clock.advance(Duration.ofSeconds(15));
            assertThat(IntStream.range(0, tabs).map(tab -> poll(viewer))).containsOnly(200);
        }
        return executed.get();
    }

    private static int poll(WebClient viewer) {
        return viewer.send(viewer.request("/").header("Nightfill-Poll", "1")).statusCode();
    }
}
