package nightfill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Totp;
import nightfill.harness.Browser;
import nightfill.harness.Child;
import nightfill.harness.HeldTable;
import nightfill.harness.Installation;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.RunningConsole;
import nightfill.harness.Scale;
import nightfill.harness.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The console as an operator meets it: invited, logged in, and looking at a night that was killed. */
class ConsoleIT extends InstalledNightfill {

    private static final String PASSWORD = "correct horse battery";

    private int width;

    static List<Integer> widths() {
        return Scale.allOrEvery(2, List.of(360, 1280));
    }

    /** On a phone, and on a desk. */
    @ParameterizedTest
    @MethodSource("widths")
    void somebody_who_was_invited_finds_out_why_a_night_was_cut_off_and_restarts_it(int pixels) throws Exception {
        width = pixels;
        nightfill.arriveMixed(FRIDAY);
        nightfill.run(FRIDAY).with(0);
        killNight();
        String invitation = invited("anna");
        Wire wire = Wire.to(database.url());
        nightfill.with("NIGHTFILL_DB_URL", wire.url()).launcher();

        try (wire;
                Child console = nightfill.start(List.of(), "console", "--port", "0", "--input", input());
                Browser browser = Browser.open()) {
            String place = RunningConsole.place(console).toString();
            ChromeDriver driver = browser.width(width).driver();
            driver.get(place + "join");
            shoot(browser, "join");
            String recovery = join(driver, invitation);
            shoot(browser, "joined");
            driver.get(place);
            assertThat(driver.getCurrentUrl()).isEqualTo(place + "log-in");
            logIn(driver, recovery);
            awaited(driver, "table.nights");
            shoot(browser, "nights");

            assertThat(rows(driver))
                    .satisfiesExactly(
                            row -> assertThat(row).contains(SATURDAY, "killed"),
                            row -> assertThat(row).contains(FRIDAY, "finished"));
            driver.findElement(By.linkText("Audit")).click();
            assertThat(awaited(driver, "tbody").getText())
                    .contains("run 2026-11-21 asked", "DONE of no. 1: 2026-11-20 run 1 is finished");
            shoot(browser, "audit");
            driver.navigate().back();
            driver.findElement(By.linkText(SATURDAY)).click();
            shoot(browser, "run");
            assertThat(awaited(driver, ".sentence").getText())
                    .contains("was cut off when its process died", "it must be finished or abandoned");

            restart(browser);
            if (Scale.SOAK) {
                assertThat(manifest("2026-11-21/run-1")).isEqualTo(undisturbed());
                loseAndFind(wire, driver);
            }

            console.signal("TERM");
            console.await().with(0);
        }
    }

    private String input() {
        return nightfill.input().toString();
    }

    private void restart(Browser browser) throws Exception {
        ChromeDriver driver = browser.driver();
        driver.findElement(By.partialLinkText("Restart night")).click();
        shoot(browser, "restart");
        assertThat(awaited(driver, ".effects").getText()).contains("allocate the lines that have no decision yet");
        press(driver);
        assertThat(awaited(driver, ".asked").getText()).contains("anna asked for: run 2026-11-21");
        await().atMost(Child.PATIENCE)
                .ignoreExceptions()
                .until(() -> awaited(driver, ".asked").getText().contains("2026-11-21 run 1 is finished"));
        assertThat(awaited(driver, ".sentence").getText()).contains("Night 2026-11-21 finished");
        shoot(browser, "restarted");
        assertThat(query("""
                select actor_kind, actor_name, act, subject, outcome from audit_log
                where coalesce(answers, id) = (select max(answers) from audit_log) order by id""")).containsExactly("CONSOLE,anna,run,2026-11-21,", "CONSOLE,anna,run,2026-11-21,DONE");
    }

    /** The manifest of the second night where nothing was killed. */
    private String undisturbed() throws Exception {
        Path elsewhere = root.resolve("undisturbed");
        try (TestDatabase other = TestDatabase.migrated()) {
            Installation installation = Installation.on(other, elsewhere);
            for (String date : List.of(FRIDAY, SATURDAY)) {
                installation.arriveMixed(date);
                installation.run(date).with(0);
            }
            return Files.readString(installation.reports("2026-11-21/run-1/MANIFEST.sha256"));
        }
    }

    /** A page that is asked for waits some seconds for the database. */
    private static void loseAndFind(Wire wire, ChromeDriver driver) throws Exception {
        wire.close();
        driver.navigate().refresh();
        assertThat(awaited(driver, ".gone").getText()).contains("The database does not answer; this is as of");
        assertThat(awaited(driver, "h1").getText()).contains(SATURDAY);
        try (Wire again = wire.anew()) {
            assertThat(again.url()).isEqualTo(wire.url());
            await().atMost(Child.PATIENCE).until(() -> {
                driver.navigate().refresh();
                return driver.findElements(By.cssSelector(".gone")).isEmpty();
            });
        }
    }

    private void killNight() throws Exception {
        nightfill.arriveMixed(SATURDAY);
        try (HeldTable held = HeldTable.of(database, "decided");
                Child night = nightfill.startRun(SATURDAY)) {
            held.awaitNight();
            night.signal("KILL");
            night.await().with(137);
        }
    }

    private String invited(String name) {
        String out = nightfill
                .nightfill("account", "add", name, "--role", "admin")
                .with(0)
                .out();
        Matcher code = Pattern.compile("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}").matcher(out);
        assertThat(code.find()).as(out).isTrue();
        return code.group();
    }

    /** Returns a recovery code. */
    private static String join(ChromeDriver driver, String invitation) {
        Totp factor =
                new Totp(driver.findElement(By.cssSelector(".secret")).getText().replace(" ", ""));
        type(driver, "code", invitation);
        type(driver, "password", PASSWORD);
        type(driver, "digits", factor.code(Totp.step(Instant.now())));
        press(driver);
        return awaited(driver, ".codes li").getText();
    }

    private static void logIn(ChromeDriver driver, String code) {
        type(driver, "name", "anna");
        type(driver, "password", PASSWORD);
        type(driver, "code", code);
        press(driver);
    }

    private static WebElement awaited(ChromeDriver driver, String selector) {
        return await().atMost(Child.PATIENCE)
                .ignoreExceptions()
                .until(() -> driver.findElement(By.cssSelector(selector)), element -> true);
    }

    private static void type(ChromeDriver driver, String field, String text) {
        driver.findElement(By.name(field)).sendKeys(text);
    }

    private static void press(ChromeDriver driver) {
        driver.findElement(By.cssSelector("main button")).click();
    }

    private static List<String> rows(ChromeDriver driver) {
        return driver.findElements(By.cssSelector("tbody tr")).stream()
                .map(row -> row.getText())
                .toList();
    }

    /** In each build only what matters most, as most will see it; in a soak all, also as others see it. */
    private void shoot(Browser browser, String name) throws Exception {
        if (!Scale.SOAK && !name.startsWith("r")) {
            return;
        }
        Path directory = Path.of("target", "pictures");
        for (int shown : widths()) {
            for (String scheme : Scale.allOrEvery(2, List.of("light", "dark"))) {
                browser.width(shown).scheme(scheme);
                assertThat(browser.accessibilityViolations())
                        .as("%s, %d pixels, %s", name, shown, scheme)
                        .isEmpty();
                browser.picture(directory.resolve("%s-%d-%s.png".formatted(name, shown, scheme)));
            }
        }
        browser.width(width).scheme("light");
    }
}
