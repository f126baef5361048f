package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the own account stays in, whatever other tabs ask for meanwhile. */
class OwnSessionIT {

    /** Lets the outcome of a change be noted only when a test lets it; the change itself is done by then. */
    private static final String HELD = """
            create function hold() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
            create trigger hold before insert on audit_log for each row
                when (new.answers is not null) execute function hold()""";

    @Test
    void a_poll_that_knows_the_account_as_it_was_ends_nothing(@TempDir Path root) {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, new MutableClock())) {
            WebClient ann = console.logIn(console.person("Ann", Role.VIEWER));
            ann.get("/account/sessions");
            assertThat(ann.post("/account/sessions", Map.of()).statusCode()).isEqualTo(303);

            assertThat(poll(ann)).isEqualTo(200);
            assertThat(ann.get("/account").body()).contains("Your other sessions have ended");
        }
    }

    @Test
    void another_tab_that_asks_while_the_account_changes_keeps_nobody_from_the_new_codes(@TempDir Path root)
            throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, new MutableClock());
                Connection holder = database.connect()) {
            WebClient ann = console.logIn(console.person("Ann", Role.VIEWER));
            ann.get("/account/recovery-codes");
            CompletableFuture<HttpResponse<String>> change;
            CompletableFuture<HttpResponse<String>> tab;
            execute(holder, HELD);
            execute(holder, "select pg_advisory_lock(4711)");
            change = CompletableFuture.supplyAsync(() -> ann.post("/account/recovery-codes", Map.of()));
            await().until(() -> isWaitedFor(holder));
            tab = CompletableFuture.supplyAsync(() -> ann.get("/trends"));
            await().until(() -> tab.isDone() || waitsForTheSession());
            execute(holder, "select pg_advisory_unlock(4711)");

            assertThat(change.join().statusCode()).isEqualTo(303);
            assertThat(tab.join().statusCode()).isEqualTo(200);
            assertThat(tab.join().body() + ann.get("/account").body()).contains("Keep these recovery codes");
        }
    }

    private static int poll(WebClient client) {
        return client.send(client.request("/").header("Nightfill-Poll", "1")).statusCode();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isWaitedFor(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("select 1 from pg_locks where locktype = 'advisory' and not granted and objid = 4711")
                    .next();
        }
    }

    private static boolean waitsForTheSession() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getState() == Thread.State.BLOCKED)
                .flatMap(thread -> Stream.of(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(SessionRules.class.getName()));
    }
}
