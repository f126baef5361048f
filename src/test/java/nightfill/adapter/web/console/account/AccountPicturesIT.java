package nightfill.adapter.web.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages of accounts as people see them, on a phone and at a desk, in daylight and at night. */
class AccountPicturesIT {

    @Soak
    @Test
    void whoever_needs_help_to_read_them_can(@TempDir Path root) throws Exception {
        MutableClock clock = new MutableClock();
        clock.advance(Duration.between(clock.instant(), Instant.now()));
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, clock);
                Browser browser = Browser.open()) {
            Person ann = console.person("Ann", Role.ADMIN);
            console.person("bob", Role.OPERATOR);
            console.person("a-rather-long-name.of-somebody@warehouse.example.com", Role.VIEWER);
            console.program("webshop", Role.OPERATOR);
            console.program("a-rather-long-name.of-something@warehouse.example.com", Role.VIEWER);
            console.logIn(ann, browser);
            for (String page : List.of(
                    "accounts",
                    "accounts/bob",
                    "accounts/bob/reset",
                    "new-account",
                    "tokens",
                    "new-token",
                    "tokens/webshop/revoke",
                    "account",
                    "account/factor",
                    "audit")) {
                browser.driver().get(console.address() + page);
                shoot(browser, page);
            }
            browser.driver().get(console.address() + "accounts/bob/reset");
            press(browser.driver());
            shoot(browser, "accounts/bob/code");
            browser.driver().get(console.address() + "account/recovery-codes");
            press(browser.driver());
            shoot(browser, "account/codes");
            clock.advance(Duration.ofMinutes(16));
            browser.driver().get(console.address() + "account/password");
            shoot(browser, "account/password");
            browser.driver().findElement(By.name("former")).sendKeys("wrong");
            browser.driver().findElement(By.name("password")).sendKeys("long enough it is");
            browser.driver().findElement(By.name("factor")).sendKeys("000000");
            press(browser.driver());
            shoot(browser, "account/refused");
            browser.driver().get(console.address() + "account");
            browser.driver().findElement(By.cssSelector(".who button")).click();
            browser.driver().navigate().back();
            assertThat(browser.driver().findElement(By.tagName("body")).getText())
                    .as("the way back after the log-out")
                    .contains("Log in")
                    .doesNotContain("recovery codes left");
        }
    }

    private static void press(ChromeDriver driver) {
        driver.findElement(By.cssSelector("main button")).click();
    }

    private static void shoot(Browser browser, String name) throws IOException {
        for (int width : List.of(360, 1280)) {
            for (String scheme : List.of("light", "dark")) {
                browser.width(width).scheme(scheme);
                String shown = "%s-%d-%s".formatted(name.replace('/', '-'), width, scheme);
                assertThat(browser.accessibilityViolations()).as(shown).isEmpty();
                assertThat(browser.evaluate("return document.documentElement.scrollWidth <= " + width))
                        .as(shown)
                        .isEqualTo(true);
                browser.picture(Path.of("target", "pictures", shown + ".png"));
            }
        }
    }
}
