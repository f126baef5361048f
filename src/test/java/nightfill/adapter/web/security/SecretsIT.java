package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.Accounts;
import nightfill.application.access.SetUp;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.SecretCode;
import nightfill.domain.access.Totp;
import nightfill.harness.Soak;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The first admin sets the console up and logs in, and no secret of that is found where it does not belong. */
class SecretsIT {

    private static final String PASSWORD = "over the hills and far away";

    private final MutableClock clock = new MutableClock();

    @Soak
    @Test
    void a_console_is_set_up_once_and_keeps_and_logs_no_secret(@TempDir Path root) throws SQLException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger("ROOT");
        List<Logger> talkative = List.of(
                (Logger) LoggerFactory.getLogger("nightfill"), (Logger) LoggerFactory.getLogger("org.springframework"));
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, clock)) {
            log.start();
            all.addAppender(log);
            talkative.forEach(logger -> logger.setLevel(Level.DEBUG));
            assertThat(console.part(Accounts.class).list()).isEmpty();
            WebClient client = console.stranger();
            SecretCode replaced = begin(console);
            SecretCode late = begin(console);
            assertThat(setUp(client, replaced, offered(client)).statusCode())
                    .as("a console started again")
                    .isEqualTo(422);
            Totp early = offered(client);
            clock.advance(Duration.ofMinutes(15));
            assertThat(setUp(client, late, early).statusCode())
                    .as("after 15 minutes")
                    .isEqualTo(422);
            SecretCode code = begin(console);
            Totp factor = offered(client);
            HttpResponse<String> done = setUp(client, code, factor);
            assertThat(done.body()).contains("Welcome, ann");
            List<String> recovery = Pattern.compile("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")
                    .matcher(done.body())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertThat(setUp(client, code, factor).statusCode())
                    .as("a second time")
                    .isEqualTo(422);
            assertThat(console.part(SetUp.class).begin()).as("another code").isEmpty();
            assertThat(client.logIn("ann", PASSWORD, recovery.get(0)).statusCode())
                    .isEqualTo(302);
            clock.advance(Duration.ofMinutes(1));
            client.get("/account/password");
            client.post("/account/password", Map.of("former", PASSWORD + "!", "password", PASSWORD + "?"));
            client.post("/account/password", Map.of("former", PASSWORD, "password", PASSWORD + "?"));
            client.post("/log-out", Map.of());
            client.logIn(PASSWORD, PASSWORD, recovery.get(1));

            String logged =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
            assertThat(logged).contains("POST \"/set-up\"", "POST \"/account/password\"");
            String kept = rows(database);
            assertThat(kept).contains("ann", factor.secret());
            for (String secret : List.of(
                    PASSWORD,
                    code.text(),
                    code.shown(),
                    recovery.get(0),
                    recovery.get(1).replace("-", ""))) {
                assertThat(logged).doesNotContain(secret);
                assertThat(kept).doesNotContain(secret);
            }
            assertThat(logged).doesNotContain(factor.secret());
        } finally {
            talkative.forEach(logger -> logger.setLevel(null));
            all.detachAppender(log);
        }
    }

    private static SecretCode begin(ServedConsole console) {
        return console.part(SetUp.class).begin().orElseThrow().code();
    }

    private HttpResponse<String> setUp(WebClient client, SecretCode code, Totp factor) {
        return client.post(
                "/set-up",
                Map.of(
                        "code",
                        code.shown(),
                        "name",
                        "ann",
                        "password",
                        PASSWORD,
                        "digits",
                        factor.code(Totp.step(clock.instant()))));
    }

    private static Totp offered(WebClient client) {
        Matcher secret = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<")
                .matcher(client.get("/set-up").body());
        assertThat(secret.find()).isTrue();
        return new Totp(secret.group(1).replace(" ", ""));
    }

    /** All that is in all tables. */
    private static String rows(TestDatabase database) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery("select tablename from pg_tables where schemaname = current_schema()")) {
                while (found.next()) {
                    names.add(found.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet found = statement.executeQuery("select t::text from %s t".formatted(name))) {
                    while (found.next()) {
                        rows.append(found.getString(1)).append('\n');
                    }
                }
            }
        }
        return rows.toString();
    }
}
