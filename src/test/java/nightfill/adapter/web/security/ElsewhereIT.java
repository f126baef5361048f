package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody guesses from one address while its owner comes from another. */
class ElsewhereIT {

    private final MutableClock clock = new MutableClock();

    @Soak
    @Test
    void a_thousand_wrong_passwords_neither_keep_the_owner_out_nor_flood_the_trail(@TempDir Path root)
            throws IOException {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root, clock)) {
            Person ann = console.person("ann", Role.ADMIN);
            Address guesser = new Address(console.address(), "127.0.0.3");
            for (int number = 0; number < 1000; number++) {
                assertThat(guesser.logIn("ann", "guess " + number, "000000")).endsWith("/log-in?refused");
            }
            clock.advance(Duration.ofSeconds(30));
            String code = ann.factor().code(Totp.step(clock.instant()));
            assertThat(new Address(console.address(), "127.0.0.2").logIn("ann", ServedConsole.PASSWORD, code))
                    .doesNotContain("log-in");

            assertThat(console.part(AuditTrail.class).before(Long.MAX_VALUE, 2000))
                    .hasSizeBetween(20, 25)
                    .anySatisfy(entry ->
                            assertThat(entry.request().actor().origin()).isEqualTo("127.0.0.3"));
        }
    }

    /** Asks from an address of its own. */
    private record Address(URI console, String from) {

        private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (__Host-nightfill=[0-9A-F]+)");
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private static final Pattern PLACE = Pattern.compile("Location: (\\S+)");

        String logIn(String name, String password, String code) throws IOException {
            String page = ask("GET /log-in HTTP/1.1\r\n", "");
            Map<String, String> form =
                    Map.of("name", name, "password", password, "code", code, "_csrf", found(TOKEN, page));
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            String head = "POST /log-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: " + body.length() + "\r\nCookie: " + found(COOKIE, page) + "\r\n";
            return found(PLACE, ask(head, body));
        }

        private String ask(String head, String body) throws IOException {
            try (Socket socket = new Socket(
                    InetAddress.getByName(console.getHost()), console.getPort(), InetAddress.getByName(from), 0)) {
                String request = head + "Host: " + console.getAuthority() + "\r\nConnection: close\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static String found(Pattern pattern, String text) {
            Matcher matcher = pattern.matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group(1);
        }
    }
}
