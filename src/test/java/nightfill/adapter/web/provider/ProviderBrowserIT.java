package nightfill.adapter.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Browser;
import nightfill.harness.Child;
import nightfill.harness.IdentityProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The log-in with a provider as a browser goes through it, which knows the provider as another site. */
class ProviderBrowserIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final IdentityProvider PROVIDER = IdentityProvider.start();
    private static final Browser BROWSER = Browser.open();

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;

    private final ChromeDriver driver = BROWSER.driver();

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root, PROVIDER.settings(), Clock.systemUTC());
        PROVIDER.register(console.address());
        PROVIDER.person("s-2", Map.of("preferred_username", "olga", "groups", List.of("shift")));
        PROVIDER.person("s-3", Map.of("preferred_username", "adam", "groups", List.of("night-admins")));
        PROVIDER.person("s-4", Map.of("preferred_username", "nora"));
    }

    @BeforeEach
    void begin() {
        PROVIDER.tamper(claims -> {});
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    @AfterAll
    static void close() {
        BROWSER.close();
        console.close();
        PROVIDER.close();
        DATABASE.close();
    }

    @Test
    void an_operator_comes_in_sees_what_operators_see_and_leaves() {
        driver.get(console.address() + "trends?x=1");
        assertThat(BROWSER.accessibilityViolations()).isEmpty();
        driver.findElement(By.linkText("Log in with " + IdentityProvider.NAME)).click();
        logIn("s-2");

        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "trends?x=1"));
        assertThat(menu()).containsExactly("Nights", "Trends", "Start", "Audit");
        assertThat(text(".who .name")).isEqualTo("olga (Shop ID)");
        driver.get(console.address() + "start");
        assertThat(text("h1")).isEqualTo("Start a night");
        driver.get(console.address() + "accounts");
        assertThat(text("h1")).isEqualTo("Your role does not allow this");
        driver.get(console.address() + "account");
        assertThat(BROWSER.accessibilityViolations()).isEmpty();
        assertThat(text("main")).contains("vouched for by", "Shop ID").doesNotContain("What you can do");

        driver.findElement(By.cssSelector(".who button")).click();
        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "log-in?left"));
        assertThat(text("main")).contains("You are logged out.", "At Shop ID you may still be logged in");
        driver.navigate().back();
        assertThat(text("main")).contains("Log in").doesNotContain("vouched for by");
    }

    @Test
    void whoever_the_provider_still_knows_comes_in_at_one_click() {
        driver.get(console.address() + "log-in");
        driver.findElement(By.linkText("Log in with Shop ID")).click();
        logIn("s-2");
        await().atMost(Child.PATIENCE).until(() -> at(console.address().toString()));
        driver.findElement(By.cssSelector(".who button")).click();
        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "log-in?left"));

        driver.findElement(By.linkText("Log in with Shop ID")).click();
        await().atMost(Child.PATIENCE).until(() -> at(console.address().toString()));
        assertThat(text(".who .name")).isEqualTo("olga (Shop ID)");
    }

    @Test
    void whoever_has_no_role_reads_why() {
        driver.get(console.address() + "log-in");
        driver.findElement(By.linkText("Log in with Shop ID")).click();
        logIn("s-4");

        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "log-in?provider=role"));
        assertThat(text(".refusal"))
                .startsWith("You are known at Shop ID, but its claim groups gives you no role here.");
        assertThat(BROWSER.accessibilityViolations()).isEmpty();
    }

    @Test
    void an_admin_logs_in_again_for_what_cannot_be_undone_and_is_led_back_to_it() {
        PROVIDER.tamper(claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(3600).getEpochSecond()));
        driver.get(console.address() + "log-in");
        driver.findElement(By.linkText("Log in with Shop ID")).click();
        logIn("s-3");
        await().atMost(Child.PATIENCE).until(() -> at(console.address().toString()));
        driver.get(console.address() + "new-account");
        assertThat(BROWSER.accessibilityViolations()).isEmpty();

        PROVIDER.tamper(claims -> {});
        driver.findElement(By.linkText("Log in there again")).click();
        logIn("s-3");
        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "new-account"));
        assertThat(text("main")).doesNotContain("You have not logged in at");
        driver.findElement(By.name("name")).sendKeys("bob");
        driver.findElement(By.cssSelector("main button")).click();
        await().atMost(Child.PATIENCE).until(() -> at(console.address() + "accounts/bob"));
    }

    /** At the provider. */
    private void logIn(String name) {
        await().atMost(Child.PATIENCE).until(() -> at(PROVIDER.issuer() + "/login"));
        driver.findElement(By.name("username")).sendKeys(name);
        driver.findElement(By.name("password")).sendKeys(IdentityProvider.PASSWORD);
        driver.findElement(By.cssSelector("button")).click();
    }

    private boolean at(String address) {
        return String.valueOf(driver.getCurrentUrl()).equals(address);
    }

    private List<String> menu() {
        return driver.findElements(By.cssSelector("nav li:not(.to-find) a")).stream()
                .map(link -> link.getText())
                .toList();
    }

    private String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }
}
