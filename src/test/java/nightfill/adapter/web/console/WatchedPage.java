package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.lock.OtherProcesses;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.Browser;
import nightfill.harness.MadeUpNights;
import org.openqa.selenium.By;

/** The list of nights in a browser, one of which is under way; time passes when its test says so. */
final class WatchedPage implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The pauses that the page makes, how often it has asked, and a status that it is answered with instead. */
    private static final String TIMERS = """
            window.pauses = [];
            window.asked = 0;
            let next = null;
            window.setTimeout = (work, millis) => { next = work; return pauses.push(millis); };
            window.clearTimeout = () => { next = null; };
            window.pass = () => { const work = next; next = null; if (work) work(); return work !== null; };
            const real = window.fetch;
            window.answer = 0;
            window.fetch = (...request) => {
              asked++;
              return answer ? Promise.resolve(new Response('', { status: answer })) : real(...request);
            };
            window.seen = true;
            Object.defineProperty(document, 'hidden', { get: () => !seen });
            const now = Date.now;
            window.late = 0;
            Date.now = () => now() + late;
            """;

    private final MutableClock clock = new MutableClock();
    private final MigratedDatabase database = new MigratedDatabase();
    private final OtherProcesses others = new OtherProcesses(database.connection());
    private final ServedConsole console;
    private final Browser browser = Browser.open();

    WatchedPage(Path root) throws SQLException {
        console = ServedConsole.over(database.connection(), root, clock);
        MadeUpNights.write(database::update);
        database.update(
                "update batch_job_execution set status = 'STARTED', end_time = null" + " where job_execution_id = 102");
        others.own("nightfill 77 1 00000000@shop-1", 0);
        console.logIn(console.person("anna", Role.OPERATOR), browser);
        cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TIMERS));
        browser.driver().get(console.address().toString());
    }

    Browser browser() {
        return browser;
    }

    void cdp(String command, Map<String, Object> parameters) {
        browser.driver().executeCdpCommand(command, parameters);
    }

    /** Lets time pass on both sides, while which the database changes. */
    void passes(int seconds, String change) {
        database.update(change);
        clock.advance(Duration.ofSeconds(seconds));
        evaluate("late += %d; return 1".formatted(seconds * 1000));
    }

    /** Lets a pause end, and the question after it be answered, or not. */
    void pass() {
        int known = pauses().size();
        assertThat(evaluate("return pass()")).isEqualTo("true");
        await().atMost(PATIENCE).until(() -> pauses().size() > known);
    }

    List<String> pauses() {
        return List.of(evaluate("return pauses.join(' ')").split(" ", -1));
    }

    long asked() {
        return Long.parseLong(evaluate("return asked"));
    }

    String text(String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }

    String evaluate(String script) {
        return browser.evaluate(script).toString();
    }

    @Override
    public void close() {
        browser.close();
        console.close();
        others.close();
        database.close();
    }
}
