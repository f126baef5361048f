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
import org.openqa.selenium.interactions.Actions;

/** How a page that is kept up to date asks for news, and what it says of its own age. */
class LivePageIT {

    /** Seconds; the time that really passes comes on top. */
    private static final String FIVE_OR_MORE = "[5-9] s ago";

    private static final String FINISHES = "update run set state = 'FINISHED', manifest_sha256 = repeat('c', 64)"
            + " where business_date = date '2026-11-25'";
    private static final String GOES_ON =
            "update run set state = 'ALLOCATING', manifest_sha256 = null" + " where business_date = date '2026-11-25'";

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
    void it_is_as_old_as_it_says_while_text_is_selected_and_catches_up_when_that_ends() {
        String first = asOf();
        String shown = page.text("live");
        page.evaluate("getSelection().selectAllChildren(document.querySelector('#live td')); return 1");
        page.passes(5, FINISHES);
        page.pass();
        assertThat(page.text("as-of"))
                .startsWith("Paused while you select. As of")
                .containsPattern(FIVE_OR_MORE);
        assertThat(asOf()).isEqualTo(first);
        assertThat(stale()).isFalse();

        page.passes(60, FINISHES);
        page.pass();
        await().atMost(PATIENCE).until(this::stale);
        assertThat(page.text("as-of")).contains("Paused while you select").containsPattern("(6[5-9]|[7-9][0-9]) s ago");
        assertThat(page.text("live")).isEqualTo(shown);

        long before = page.asked();
        page.evaluate("getSelection().removeAllRanges(); return 1");
        await().atMost(PATIENCE).until(() -> !asOf().equals(first));
        assertThat(page.asked()).isEqualTo(before + 1);
        assertThat(page.text("as-of")).startsWith("As of").contains("just now");
        assertThat(page.text("live")).isNotEqualTo(shown);
        assertThat(stale()).isFalse();
    }

    @Soak
    @Test
    void it_is_as_old_as_it_says_while_a_filter_is_typed_and_no_click_is_lost_when_that_ends() {
        String first = asOf();
        all("#filters summary").get(0).click();
        all("#search").get(0).sendKeys("disk");
        page.passes(5, FINISHES);
        page.pass();
        assertThat(page.text("as-of"))
                .startsWith("Paused while you filter. As of")
                .containsPattern(FIVE_OR_MORE);
        assertThat(asOf()).isEqualTo(first);
        page.evaluate("document.activeElement.blur(); return 1");
        await().atMost(PATIENCE).until(() -> !asOf().equals(first));
        assertThat(page.text("as-of")).startsWith("As of");
        assertThat(page.evaluate("return document.getElementById('search').value"))
                .isEqualTo("disk");

        all("#search").get(0).click();
        page.passes(5, GOES_ON);
        page.pass();
        WebElement night = all("a[data-row]").get(2);
        String address = night.getAttribute("href");
        new Actions(page.browser().driver()).clickAndHold(night).perform();
        page.pass();
        assertThat(page.text("as-of")).startsWith("Paused while you click. As of");
        new Actions(page.browser().driver()).release().perform();
        await().atMost(PATIENCE)
                .until(() -> page.browser().driver().getCurrentUrl().equals(address));
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
