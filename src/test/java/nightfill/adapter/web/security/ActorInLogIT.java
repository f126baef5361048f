package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import nightfill.ServedConsole;
import nightfill.domain.access.Role;
import nightfill.harness.Child;
import nightfill.harness.InstalledNightfill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Whose request the log is about, while it is; each of these requests finds a table gone. */
class ActorInLogIT extends InstalledNightfill {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("nightfill");

    @SuppressWarnings("NullAway.Init")
    private ServedConsole console;

    @BeforeEach
    void serve() {
        console = ServedConsole.over(database, root);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void end() {
        logger.detachAppender(log);
        console.close();
    }

    @Test
    void it_is_whoever_is_logged_in() throws Exception {
        var viewer = console.as(Role.VIEWER);
        whileGone("line", () -> viewer.get("/order?id=A-1"));
        assertThat(actor()).isEqualTo("viewer in the console");
    }

    @Test
    void it_is_the_program_that_has_shown_its_token() throws Exception {
        var shop = console.program("shop", Role.VIEWER);
        whileGone("line", () -> shop.get("/api/order?id=A-1"));
        assertThat(actor()).isEqualTo("token shop");
    }

    @Test
    void it_is_nobody_where_nobody_is_logged_in() throws Exception {
        var stranger = console.stranger();
        whileGone("account", () -> stranger.logIn("anna", ServedConsole.PASSWORD, "1"));
        assertThat(actor()).isEmpty();
        assertThat(MDC.get("actor")).isNull();
    }

    private static void whileGone(String table, Meanwhile meanwhile) throws Exception {
        execute("alter table %s rename to gone".formatted(table));
        try {
            meanwhile.work();
        } finally {
            execute("alter table gone rename to " + table);
        }
    }

    private String actor() {
        await().atMost(Child.PATIENCE).until(() -> !log.list.isEmpty());
        return log.list.get(0).getMDCPropertyMap().getOrDefault("actor", "the process");
    }
}
