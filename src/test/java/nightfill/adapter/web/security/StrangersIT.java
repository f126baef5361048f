package nightfill.adapter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.access.SetUp;
import nightfill.domain.access.Role;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console keeps of those who are not logged in: little, and nothing before they have a form. */
class StrangersIT {

    @Test
    void nobody_gets_a_session_for_asking_and_all_get_back_to_the_page_that_they_asked_for(@TempDir Path root) {
        try (TestDatabase database = TestDatabase.migrated();
                ServedConsole console = ServedConsole.over(database, root)) {
            assertThat(console.stranger().get("/set-up").statusCode()).isEqualTo(404);
            console.part(SetUp.class).begin();
            assertThat(console.stranger().get("/set-up").statusCode()).isEqualTo(200);

            var ann = console.person("ann", Role.VIEWER);
            assertThat(console.stranger().get("/set-up").statusCode()).isEqualTo(404);
            WebClient stranger = console.stranger();
            for (String path : List.of("/", "/nights/2026-11-20/1?asked=1", "/none", "/console.css")) {
                assertThat(cookies(stranger.get(path))).as(path).isEmpty();
            }
            HttpResponse<String> post =
                    stranger.send(stranger.request("/log-in").POST(BodyPublishers.ofString("name=ann")));
            assertThat(post.statusCode()).isEqualTo(403);
            assertThat(cookies(post)).isEmpty();

            String way = place(stranger.get("/audit?before=7"));
            assertThat(way).endsWith("/log-in?to=%2Faudit%3Fbefore%3D7");
            assertThat(cookies(stranger.get(way.substring(way.indexOf("/log-in")))))
                    .hasSize(1);
            assertThat(place(stranger.post("/log-in", Map.of("to", "/audit?before=7"))))
                    .endsWith("/log-in?refused&to=%2Faudit%3Fbefore%3D7");
            Map<String, String> keys = Map.of(
                    "name",
                    "ann",
                    "password",
                    ServedConsole.PASSWORD,
                    "code",
                    ann.completed().recovery().codes().get(0).shown(),
                    "to",
                    "/audit?before=7");
            assertThat(place(stranger.post("/log-in", keys))).endsWith("/audit?before=7");
        }
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
