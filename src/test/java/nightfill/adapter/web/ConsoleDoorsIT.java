package nightfill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import nightfill.harness.Child;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.RunningConsole;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;

/** What the console tells and lets whoever is not logged in. */
class ConsoleDoorsIT extends InstalledNightfill {

    private final HttpClient client = HttpClient.newHttpClient();

    @Soak
    @Test
    void strangers_meet_closed_doors_and_every_answer_is_on_its_guard() throws Exception {
        try (Child child = nightfill.start(List.of(), "console", "--port", "0")) {
            URI console = RunningConsole.place(child);
            await().atMost(Child.PATIENCE)
                    .until(() -> child.err()
                            .contains("setup code in " + nightfill.home().resolve("setup-code")));
            assertThat(Files.readString(nightfill.home().resolve("setup-code")))
                    .matches("([A-Z2-7]{4}-){6}[A-Z2-7]{2}\n");

            for (String path : List.of(
                    "",
                    "log-in",
                    "set-up",
                    "join",
                    "console.css",
                    "live.js",
                    "favicon.ico",
                    "nights/2026-11-20/1",
                    "none")) {
                HttpResponse<String> answer = client.send(get(console, path), BodyHandlers.ofString());
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .as(path)
                        .startsWith("default-src 'none'; script-src 'self'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .as(path)
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("X-Frame-Options"))
                        .as(path)
                        .contains("DENY");
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(path)
                        .allMatch(cookie ->
                                cookie.matches("__Host-nightfill=[0-9A-F]+; Path=/; Secure; HttpOnly; SameSite=Lax"));
                assertThat(isOpen(path)).as(path).isEqualTo(answer.statusCode() == 200);
            }
            assertThat(client.send(post(console, "log-in").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.send(
                                    post(console, "log-in")
                                            .header("Sec-Fetch-Site", "cross-site")
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static boolean isOpen(String path) {
        return List.of("log-in", "set-up", "join", "console.css", "live.js", "favicon.ico")
                .contains(path);
    }

    private static HttpRequest get(URI console, String path) {
        return HttpRequest.newBuilder(console.resolve(path)).build();
    }

    private static HttpRequest.Builder post(URI console, String path) {
        return HttpRequest.newBuilder(console.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=anna&password=x&code=1"));
    }
}
