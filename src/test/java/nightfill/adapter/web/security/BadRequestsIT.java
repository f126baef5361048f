package nightfill.adapter.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What nobody's browser sends: it is answered as such, and is no failure of the console's. */
class BadRequestsIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    private static Path root = Path.of("");

    private static ServedConsole console;

    @BeforeAll
    static void serve() {
        console = ServedConsole.over(DATABASE, root);
        LOG.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(LOG);
    }

    @AfterAll
    static void close() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(LOG);
        console.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log-in?a=%zz", "/?state=%zz", "/find?text=%C3%28", "/order?id=%ff"})
    void what_cannot_be_read_is_a_bad_request_in_a_page_of_ours(String target) throws IOException {
        assertThat(ask("GET " + target, "")).startsWith("HTTP/1.1 400").contains("<h1>The console cannot read");
        assertNoFailure();
    }

    @Test
    void forms_that_are_too_large_or_unreadable_are_refused_as_well() throws IOException {
        assertThat(ask("POST /log-in", "name=%zz")).startsWith("HTTP/1.1 400").contains("<h1>The console cannot read");
        assertThat(ask("POST /log-in", "a=1&".repeat(1001)))
                .startsWith("HTTP/1.1 4")
                .contains("<h1>The console cannot read");
        assertThat(ask("POST /log-in", "name=" + "x".repeat(300_000))).startsWith("HTTP/1.1 413");
        assertNoFailure();
    }

    @Test
    void a_field_of_a_form_that_is_no_number_is_no_failure() {
        console.person("bob", Role.VIEWER);
        WebClient admin = console.as(Role.ADMIN);
        admin.get("/accounts/bob/disable");
        HttpResponse<String> answer = admin.post("/accounts/bob/disable", Map.of("seen", "abc"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>The console cannot read");
        assertNoFailure();
    }

    @Test
    void also_what_is_no_request_at_all_is_answered_with_our_headers_and_no_word_of_the_server() throws IOException {
        assertThat(ask("GET /\u00e4{}", ""))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .contains("Content-Type: text/plain")
                .doesNotContain("Tomcat", "<html");
    }

    private static void assertNoFailure() {
        assertThat(LOG.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .isEmpty();
    }

    private static String ask(String line, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), console.address().getPort())) {
            String request = "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n%s"
                    .formatted(
                            line,
                            body.isEmpty()
                                    ? ""
                                    : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
                                            .formatted(body.length()),
                            body);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (SocketException e) {
                // whoever is refused early is not heard to the end, and has the answer all the same
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
