package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.lock.OtherProcesses;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.MadeUpNights;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** How a page that is kept up to date asks for news; its clock is in the test's hand. */
class LivePageIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);

    /** The pauses that a page makes, which pass when the test says so, and how often it has asked. */
    private static final String TIMERS = """
            window.pauses = [];
            window.asked = 0;
            let next = null;
            window.setTimeout = (work, millis) => { next = work; return pauses.push(millis); };
            window.clearTimeout = () => { next = null; };
            window.pass = () => { const work = next; next = null; if (work) work(); return work !== null; };
            const real = window.fetch;
            window.fetch = (...request) => { asked++; return real(...request); };
            window.seen = true;
            Object.defineProperty(document, 'hidden', { get: () => !seen });
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path root = Path.of("");

    private final Browser browser = Browser.open();

    @Soak
    @Test
    void it_asks_more_rarely_while_nobody_answers_not_at_all_while_hidden_and_never_after_its_session()
            throws Exception {
        try (browser;
                MigratedDatabase database = new MigratedDatabase();
                OtherProcesses others = new OtherProcesses(database.connection());
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK)) {
            MadeUpNights.write(database::update);
            database.update("update batch_job_execution set status = 'STARTED', end_time = null"
                    + " where job_execution_id = 102");
            others.own("nightfill 77 1 00000000@shop-1", 0);
            console.logIn(console.person("anna", Role.OPERATOR), browser);
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TIMERS));
            browser.driver().get(console.address().toString());
            assertThat(pauses()).containsExactly("2000");

            slowsDown();
            restsWhileHidden();
            browser.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
            endsWithItsSession();
        }
    }

    private void slowsDown() {
        offline(true);
        for (int pause = 0; pause < 8; pause++) {
            pass();
        }
        assertThat(pauses())
                .containsExactly("2000", "3000", "4500", "6750", "10125", "15187.5", "22781.25", "30000", "30000");
        assertThat(text("as-of")).contains("The console does not answer");
        offline(false);
        pass();
        assertThat(pauses()).last().isEqualTo("2000");
        assertThat(text("as-of")).doesNotContain("does not answer");
    }

    private void restsWhileHidden() {
        long before = number("asked");
        seen(false);
        assertThat(evaluate("return pass()")).isEqualTo("false");
        assertThat(number("asked")).isEqualTo(before);

        int known = pauses().size();
        evaluate("seen = true; for (let each = 0; each < 3; each++)"
                + " document.dispatchEvent(new Event('visibilitychange')); return 1");
        await().atMost(PATIENCE).until(() -> pauses().size() > known);
        assertThat(number("asked")).as("one question at a time").isEqualTo(before + 1);
    }

    private void endsWithItsSession() {
        assertThat(evaluate("return pass()")).isEqualTo("true");
        await().atMost(PATIENCE)
                .until(() -> !browser.driver()
                        .findElements(By.cssSelector("[role=alert]"))
                        .isEmpty());
        WebElement banner = browser.driver().findElement(By.cssSelector("[role=alert]"));
        assertThat(banner.getText()).contains("Your session has ended");
        assertThat(banner.findElements(By.tagName("a")))
                .singleElement()
                .extracting(WebElement::getText)
                .isEqualTo("Log in again");
        assertThat(browser.driver().findElements(By.cssSelector("input[type=password], form[action='/log-in']")))
                .isEmpty();
        assertThat(evaluate("return pass()")).as("another question").isEqualTo("false");
        banner.findElement(By.tagName("a")).click();
        await().atMost(PATIENCE).until(() -> browser.driver().getCurrentUrl().contains("log-in"));
    }

    /** Lets a pause end, and the question after it be answered, or not. */
    private void pass() {
        int known = pauses().size();
        assertThat(evaluate("return pass()")).isEqualTo("true");
        await().atMost(PATIENCE).until(() -> pauses().size() > known);
    }

    private void seen(boolean seen) {
        evaluate("seen = %s; document.dispatchEvent(new Event('visibilitychange')); return 1".formatted(seen));
    }

    private void offline(boolean offline) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private List<String> pauses() {
        return List.of(evaluate("return pauses.join(' ')").split(" ", -1));
    }

    private long number(String name) {
        return Long.parseLong(evaluate("return " + name));
    }

    private String text(String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }

    private String evaluate(String script) {
        return browser.evaluate(script).toString();
    }
}
