package nightfill.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.lock.OtherProcesses;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.SetUp;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.Child;
import nightfill.harness.MadeUpNights;
import nightfill.harness.Mappings;
import nightfill.harness.ProgramClient;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every button of the console, pressed once by people who begin with an empty one. */
class PostsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);
    private static final String CODE = "((?:[A-Z2-7]{4}-){6}[A-Z2-7]{2})";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String RUN = "/nights/{date}/{number}/";
    private static final String DATE = "/nights/{date}/";
    private static final String ELSEWHERE = "nightfill 77 1 00000000@shop-1";
    private static final int SILENT = 3600;

    @TempDir
    Path root = Path.of("");

    private final Map<String, Button> walk = new LinkedHashMap<>();

    /** Something to press; returns what the trail is to say of it. */
    private interface Button {
        String press() throws Exception;
    }

    @Test
    void each_leaves_who_pressed_it_what_when_from_where_why_and_what_came_of_it() throws Exception {
        with((console, nights) -> {
            People people = new People(console);
            people.comeIn();
            new Acts("anna", "", people::presses, nights).walk();
            walk.put("POST /log-out", people::leave);

            assertThat(walk.keySet()).containsExactlyInAnyOrderElementsOf(posts());
            check(console, Actor.Kind.CONSOLE);
        });
    }

    /** The line that is allocated at once has a test of its own. */
    @Test
    void so_does_each_that_a_program_sends() throws Exception {
        with((console, nights) -> {
            ProgramClient shop = console.program("shop", Role.ADMIN);
            new Acts("shop", "/api", (path, typed) -> send(shop, path, typed), nights).walk();

            assertThat(walk.keySet())
                    .containsExactlyInAnyOrderElementsOf(Mappings.all().stream()
                            .filter(mapping -> mapping.startsWith("POST /api/nights/"))
                            .toList());
            check(console, Actor.Kind.TOKEN);
        });
    }

    private static void send(ProgramClient client, String path, Map<String, String> typed) {
        JsonNode shown = ProgramClient.json(client.get(path));
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "seen", shown.get("seen").stringValue(), "note", Objects.requireNonNull(typed.get("note"))));
        HttpResponse<String> answer = client.post(path, body);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(202);
    }

    private record Nights(MigratedDatabase database, OtherProcesses others) {}

    private interface Walk {
        void over(ServedConsole console, Nights nights) throws Exception;
    }

    private void with(Walk walk) throws Exception {
        launcherThatDoesNothing();
        Files.writeString(
                Files.createDirectories(root.resolve("input/2026-11-26")).resolve("batches.csv"), "ref,sku,qty,eta\n");
        try (MigratedDatabase database = new MigratedDatabase();
                OtherProcesses others = new OtherProcesses(database.connection());
                ServedConsole console = ServedConsole.over(database.connection(), root, CLOCK)) {
            MadeUpNights.write(database::update);
            console.part(AuditTrail.class).cameOut(1, "FAILED", "its process died");
            walk.over(console, new Nights(database, others));
        }
    }

    private void check(ServedConsole console, Actor.Kind kind) throws Exception {
        for (Map.Entry<String, Button> step : walk.entrySet()) {
            check(console.part(AuditTrail.class), kind, step.getKey(), step.getValue());
        }
    }

    /** Those of people, and the two that are answered before any controller. */
    private static List<String> posts() {
        return Stream.concat(
                        Mappings.all().stream()
                                .filter(mapping -> mapping.startsWith("POST ") && !mapping.contains(" /api/")),
                        Stream.of("POST /log-in", "POST /log-out"))
                .toList();
    }

    private void launcherThatDoesNothing() throws IOException {
        Path launcher = Files.writeString(root.resolve("launcher"), "#!/bin/sh\necho did nothing\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private static void check(AuditTrail trail, Actor.Kind kind, String mapping, Button button) throws Exception {
        long before = trail.before(Long.MAX_VALUE, 1).stream()
                .mapToLong(AuditEntry::id)
                .sum();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String expected = button.press();
        await(mapping)
                .atMost(Child.PATIENCE)
                .until(() -> trail.after(before, 9).stream().anyMatch(entry -> !entry.isRequest()));
        List<AuditEntry> entries = trail.after(before, 9);

        assertThat(entries).as(mapping).hasSizeLessThan(3).allSatisfy(entry -> {
            assertThat(entry.at()).isBetween(begin, Instant.now());
            assertThat(entry.request()).isEqualTo(entries.get(0).request());
            assertThat(entry.request().actor().kind()).isEqualTo(kind);
            assertThat(entry.request().actor().origin()).isEqualTo("127.0.0.1");
        });
        assertThat(line(entries.get(entries.size() - 1))).as(mapping).isEqualTo(expected);
    }

    private static String line(AuditEntry entry) {
        AuditEntry.Request request = entry.request();
        return line(
                request.actor().name(),
                request.act(),
                request.subject(),
                request.note(),
                entry.outcome().word());
    }

    private static String line(String... parts) {
        return String.join(" | ", parts);
    }

    /** Presses the button of a page, with what the page itself sends, and what is typed. */
    private static HttpResponse<String> press(WebClient client, String path, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        HIDDEN.matcher(client.get(path).body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        HttpResponse<String> answer = client.post(path, form);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isIn(200, 302, 303);
        return answer;
    }

    private static String found(String pattern, HttpResponse<String> page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    /** Anna, the first admin, and Zoe, whom she invites. */
    private final class People {

        private final ServedConsole console;
        private final WebClient anna;
        private String code = "";

        private People(ServedConsole console) {
            this.console = console;
            this.anna = console.stranger();
        }

        private void comeIn() {
            walk.put("POST /set-up", this::setUp);
            walk.put("POST /log-in", this::logIn);
            walk.put("POST /new-account", this::invite);
            walk.put("POST /join", this::join);
            walk.put("POST /accounts/{name}/{act}", () -> {
                press(anna, "/accounts/zoe/disable", Map.of());
                return line("anna", "account disable", "zoe", "", "DONE");
            });
            walk.put("POST /new-token", () -> {
                press(anna, "/new-token", Map.of("client", "shop", "role", "viewer"));
                return line("anna", "token make viewer", "shop", "", "DONE");
            });
            walk.put("POST /tokens/{client}/revoke", () -> {
                press(anna, "/tokens/shop/revoke", Map.of());
                return line("anna", "token revoke", "shop", "", "DONE");
            });
            walk.put("POST /account/{act}", () -> {
                press(anna, "/account/sessions", Map.of());
                return line("anna", "account end own other sessions", "anna", "", "DONE");
            });
        }

        private void presses(String path, Map<String, String> typed) {
            press(anna, path, typed);
        }

        private String setUp() {
            code = console.part(SetUp.class).begin().orElseThrow().code().shown();
            Map<String, String> form = new HashMap<>(keys(anna, "/set-up"));
            form.put("name", "anna");
            code = found(CODE, press(anna, "/set-up", form));
            return line("anna", "set up", "anna", "", "DONE");
        }

        private Map<String, String> keys(WebClient client, String path) {
            String secret = found("class=\"secret\">([A-Z2-7 ]+)<", client.get(path));
            String digits = new Totp(secret.replace(" ", "")).code(Totp.step(CLOCK.instant()));
            return Map.of("code", code, "password", ServedConsole.PASSWORD, "digits", digits);
        }

        private String logIn() {
            press(anna, "/log-in", Map.of("name", "anna", "password", ServedConsole.PASSWORD, "code", code));
            return line("anna", "log in", "", "", "DONE");
        }

        private String invite() {
            press(anna, "/new-account", Map.of("name", "zoe", "role", "viewer"));
            code = found(CODE, anna.get("/accounts/zoe"));
            return line("anna", "account add viewer", "zoe", "", "DONE");
        }

        private String join() {
            WebClient zoe = console.stranger();
            press(zoe, "/join", keys(zoe, "/join"));
            return line("zoe", "join", "zoe", "", "DONE");
        }

        private String leave() {
            anna.get("/");
            anna.post("/log-out", Map.of());
            return line("anna", "log out", "", "", "DONE");
        }
    }

    /** Has an act done that a path is of. */
    private interface Presses {
        void press(String path, Map<String, String> typed);
    }

    /** What somebody does about nights, each of which is as it must be for it. */
    private final class Acts {

        private final String who;
        private final String below;
        private final Presses presses;
        private final MigratedDatabase database;
        private final OtherProcesses others;

        /** @param below where the paths of acts are */
        private Acts(String who, String below, Presses presses, Nights nights) {
            this.who = who;
            this.below = below;
            this.presses = presses;
            this.database = nights.database();
            this.others = nights.others();
        }

        private void walk() {
            run("restart", () -> act("2026-11-25/1/restart", "run", "2026-11-25"));
            run("abandon", () -> act("2026-11-25/1/abandon", "abandon", "execution 102"));
            if (below.isEmpty()) {
                run("attend", () -> {
                    act("2026-11-25/1/attend", "note", "2026-11-25 run 1");
                    return line(who, "note", "2026-11-25 run 1", "because of the disk", "DONE");
                });
            }
            run("stop", () -> {
                database.update("update batch_job_execution set status = 'STARTED', end_time = null"
                        + " where job_execution_id = 102");
                others.own(ELSEWHERE, 0);
                return act("2026-11-25/1/stop", "stop", "execution 102");
            });
            run("take-over", () -> {
                database.update("update run_lock set beat_at = now() - interval '%d seconds'".formatted(SILENT));
                return act("2026-11-25/1/take-over", "run --take-over", "2026-11-25");
            });
            run("correct", () -> {
                others.close();
                database.update("truncate run_lock");
                database.update("update run set state = 'FINISHED', manifest_sha256 = repeat('a', 64)"
                        + " where state = 'ALLOCATING'");
                database.update("update run set state = 'REPLACED' where state = 'FINISHED' and id >"
                        + " (select max(id) from run where state = 'FINISHED' and business_date = '2026-11-25')");
                return act("2026-11-25/1/correct", "run --correction", "2026-11-25");
            });
            run("publish", () -> act("2026-11-24/1/publish", "publish", "/srv/finance"));
            date("run", "run");
            date("accept-the-same-feed", "run --accept-same-feed");
            date("accept-shrunk-feeds", "run --accept-shrunk-feeds");
            date("accept-renumbered-lines", "run --accept-renumbered");
            date("run-pending-dates", "run --pending");
            date("run-after-a-restore", "run --after-restore");
        }

        private void run(String act, Button button) {
            walk.put("POST " + below + RUN + act, button);
        }

        private void date(String act, String noted) {
            walk.put("POST " + below + DATE + act, () -> act("2026-11-26/" + act, noted, "2026-11-26"));
        }

        /** Carried out by a process that does nothing, which is what came of it. */
        private String act(String path, String act, String subject) {
            String date = path.substring(0, path.indexOf('/'));
            presses.press(below + "/nights/" + path, Map.of("note", "because of the disk", "date", date));
            return line(who, act, subject, "because of the disk", "FAILED");
        }
    }
}
