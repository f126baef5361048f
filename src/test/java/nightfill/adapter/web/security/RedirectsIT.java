package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightfill.ServedConsole;
import nightfill.ServedConsole.Person;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No redirect says where the console is: a request may claim to ask any host. */
class RedirectsIT {

    private static final Pattern COOKIE = Pattern.compile("(?m)^Set-Cookie: (\\S+?);");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Test
    void they_lead_to_a_path_whatever_host_is_asked(@TempDir Path root) throws Exception {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            assertThat(place(asked(console, "GET", "/nights/2026-11-25/1?x=1", "", "")))
                    .isEqualTo("/log-in?to=%2Fnights%2F2026-11-25%2F1%3Fx%3D1");

            Person person = console.person("anna", Role.VIEWER);
            WebClient client = console.stranger();
            String way = "to=%2Ftrends%3Fx%3D%252F1";
            String form = asked(console, "GET", "/log-in?" + way, "", "");
            String cookie = found(COOKIE, form);
            String typed = way
                    + "&_csrf=%s&name=anna&password=%s&code=%s"
                            .formatted(
                                    found(TOKEN, form),
                                    ServedConsole.PASSWORD.replace(' ', '+'),
                                    person.completed().recovery().codes().get(0).shown());
            assertThat(place(asked(console, "POST", "/log-in", "Cookie: " + cookie, typed)))
                    .startsWith("/trends?x=%2F1");

            client.get("/log-in");
            assertThat(client.post("/log-in", Map.of()).headers().allValues("Location"))
                    .containsExactly("/log-in?refused");
            WebClient viewer = console.as(Role.VIEWER);
            viewer.get("/");
            assertThat(viewer.post("/log-out", Map.of()).headers().allValues("Location"))
                    .containsExactly("/log-in?left");
        }
    }

    private static String place(String answer) {
        return found(Pattern.compile("(?m)^Location: (\\S+)"), answer);
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    /** The whole answer to a request that claims to ask another host. */
    private static String asked(ServedConsole console, String method, String path, String header, String body)
            throws IOException {
        List<String> lines = List.of(
                method + " " + path + " HTTP/1.1",
                "Host: evil.example",
                "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                header.isEmpty() ? "Accept: */*" : header,
                "",
                body);
        try (Socket socket = new Socket(
                InetAddress.getByName(console.address().getHost()),
                console.address().getPort())) {
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
