package nightfill.adapter.web.console;

import static nightfill.adapter.web.console.WatchedPage.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** How a page that is kept up to date asks for news, and what it says of the answers. */
class LivePageIT {

    @TempDir
    Path root = Path.of("");

    private WatchedPage page;

    @BeforeEach
    void open() throws Exception {
        page = new WatchedPage(root);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Soak
    @Test
    void it_asks_more_rarely_while_nobody_answers_not_at_all_while_hidden_and_never_after_its_session() {
        assertThat(page.pauses()).containsExactly("2000");
        slowsDown();
        restsWhileHidden();
        page.cdp("Network.clearBrowserCookies", Map.of());
        endsWithItsSession();
    }

    private void slowsDown() {
        offline(true);
        for (int pause = 0; pause < 8; pause++) {
            page.pass();
        }
        assertThat(page.pauses())
                .containsExactly("2000", "3000", "4500", "6750", "10125", "15187.5", "22781.25", "30000", "30000");
        assertThat(page.text("as-of")).contains("The console does not answer");
        offline(false);
        page.pass();
        assertThat(page.pauses()).last().isEqualTo("2000");
        assertThat(page.text("as-of")).doesNotContain("does not answer");
    }

    private void restsWhileHidden() {
        long before = page.asked();
        seen(false);
        assertThat(page.evaluate("return pass()")).isEqualTo("false");
        assertThat(page.asked()).isEqualTo(before);

        int known = page.pauses().size();
        page.evaluate("seen = true; for (let each = 0; each < 3; each++)"
                + " document.dispatchEvent(new Event('visibilitychange')); return 1");
        await().atMost(PATIENCE).until(() -> page.pauses().size() > known);
        assertThat(page.asked()).as("one question at a time").isEqualTo(before + 1);
    }

    private void endsWithItsSession() {
        assertThat(page.evaluate("return pass()")).isEqualTo("true");
        await().atMost(PATIENCE).until(() -> !all("[role=alert]").isEmpty());
        WebElement banner = all("[role=alert]").get(0);
        assertThat(banner.getText()).contains("Your session has ended");
        assertThat(banner.findElements(By.tagName("a")))
                .singleElement()
                .extracting(WebElement::getText)
                .isEqualTo("Log in again");
        assertThat(all("input[type=password], form[action='/log-in']")).isEmpty();
        assertThat(page.evaluate("return pass()")).as("another question").isEqualTo("false");
        long before = page.asked();
        seen(true);
        assertThat(page.asked()).as("another question once it is seen again").isEqualTo(before);
        banner.findElement(By.tagName("a")).click();
        await().atMost(PATIENCE)
                .until(() -> page.browser().driver().getCurrentUrl().contains("log-in"));
    }

    @Soak
    @Test
    void it_says_what_the_console_answers_and_that_it_does_not_only_where_nothing_came() {
        String first = asOf();
        Map.of(
                        503, "The console cannot show this now. As of",
                        500, "Something went wrong in the console. As of",
                        404, "This page is no more. As of",
                        502, "The console does not answer. As of")
                .forEach((status, words) -> {
                    page.evaluate("answer = %d; return 1".formatted(status));
                    page.pass();
                    assertThat(page.text("as-of")).as("%d", status).startsWith(words);
                    assertThat(stale()).isTrue();
                    assertThat(asOf()).isEqualTo(first);
                });
        page.evaluate("answer = 0; return 1");
        page.pass();
        assertThat(page.text("as-of")).startsWith("As of");
        assertThat(stale()).isFalse();
    }

    private String asOf() {
        return page.evaluate("return new Date(document.querySelector('#as-of time').dateTime).getTime()");
    }

    private boolean stale() {
        return page.evaluate("return document.body.classList.contains('stale')").equals("true");
    }

    private List<WebElement> all(String selector) {
        return page.browser().driver().findElements(By.cssSelector(selector));
    }

    private void seen(boolean seen) {
        page.evaluate("seen = %s; document.dispatchEvent(new Event('visibilitychange')); return 1".formatted(seen));
    }

    private void offline(boolean offline) {
        page.cdp("Network.enable", Map.of());
        page.cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
