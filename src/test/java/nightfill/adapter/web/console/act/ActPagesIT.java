package nightfill.adapter.web.console.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightfill.ServedConsole;
import nightfill.domain.access.Role;
import nightfill.domain.access.Totp;
import nightfill.harness.Child;
import nightfill.harness.InstalledNightfill;
import nightfill.harness.Scale;
import nightfill.harness.WebClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stopped night, and people who do something about it; the launcher is one that does nothing, and says so. */
class ActPagesIT extends InstalledNightfill {

    private static final String RESTART = "/nights/2026-11-20/1/restart";
    private static final String ABANDON = "/nights/2026-11-20/1/abandon";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private Path calls = Path.of("");
    private Duration later = Duration.ZERO;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(later);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    @BeforeEach
    void stopNight() throws Exception {
        nightfill.arriveMixed(FRIDAY);
        stopInAllocation(FRIDAY);
        calls = Files.createDirectory(root.resolve("calls"));
        Path launcher = Files.writeString(
                root.resolve("launcher"),
                "#!/bin/sh\necho \"$*\" > '" + calls + "'/$NIGHTFILL_ASKED\necho did nothing\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private List<Path> calls() throws IOException {
        try (Stream<Path> files = Files.list(calls)) {
            return files.toList();
        }
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }

    private static long audited() throws Exception {
        return Long.parseLong(
                query("select coalesce(max(id), 0) from audit_log").get(0));
    }

    private static List<String> since(long id) throws Exception {
        return query("select actor_name, act, subject, note, outcome from audit_log where id > %d order by id"
                .formatted(id));
    }

    @Test
    void what_is_pressed_is_done_once_by_a_process_and_noted_by_name() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            WebClient operator = console.as(Role.OPERATOR);
            long before = audited();

            HttpResponse<String> preview = operator.get(RESTART);
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(preview.body()).contains("This will", "allocate the lines that have no decision yet", "stopped");
            assertThat(since(before)).isEmpty();
            assertThat(operator.get("/nights/2026-11-20/1").body()).contains("What you can do", RESTART);

            Map<String, String> form = Map.of("seen", seen(preview), "note", "<b>the disk is free again</b>");
            HttpResponse<String> pressed = operator.post(RESTART, form);
            assertThat(pressed.statusCode()).isEqualTo(303);
            String run = pressed.headers().firstValue("Location").orElseThrow();
            assertThat(run).matches("/nights/2026-11-20/1\\?asked=[0-9]+");
            assertThat(operator.post(RESTART, form).statusCode()).isEqualTo(409);

            await().atMost(Child.PATIENCE).until(() -> since(before).size() == 2);
            assertThat(since(before))
                    .containsExactly(
                            "operator,run,2026-11-20,<b>the disk is free again</b>,",
                            "operator,run,2026-11-20,<b>the disk is free again</b>,FAILED");
            assertThat(Files.readString(calls.resolve(run.replaceAll(".*=", ""))))
                    .isEqualTo("run --date 2026-11-20 --input %s --output %s\n"
                            .formatted(root.resolve("input"), root.resolve("output")));
            assertThat(operator.get(run).body()).contains("gave no answer; it said last: did nothing");
            assertThat(operator.get("/audit").body())
                    .contains("&lt;b&gt;the disk is free again")
                    .doesNotContain("<b>the");
        }
    }

    @Test
    void nobody_does_what_the_role_does_not_allow_and_a_lower_one_is_told_so() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            String shown = seen(console.as(Role.ADMIN).get(RESTART));
            long before = audited();
            console.as(Role.VIEWER);
            console.as(Role.OPERATOR);

            for (String path : List.of(RESTART, ABANDON, "/nights/2026-11-20/run", "/nights/2026-11-20/1/take-over")) {
                assertThat(console.as(Role.VIEWER).get(path).statusCode())
                        .as(path)
                        .isEqualTo(403);
                assertThat(console.as(Role.VIEWER)
                                .post(path, Map.of("seen", shown))
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
                assertThat(console.stranger().get(path).statusCode()).as(path).isEqualTo(302);
            }
            assertThat(console.as(Role.OPERATOR)
                            .post(ABANDON, Map.of("seen", shown))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(console.as(Role.VIEWER).get("/nights/2026-11-20/1").body())
                    .contains("not restart, because it takes the role operator");
            assertThat(calls()).isEmpty();
            assertThat(since(before)).noneMatch(row -> row.contains(",run,") || row.contains(",abandon,"));
        }
    }

    @Test
    void what_cannot_be_undone_takes_a_note_the_date_and_a_fresh_code_and_keeps_what_was_typed() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root, clock)) {
            ServedConsole.Person anna = console.person("anna", Role.ADMIN);
            WebClient admin = console.logIn(anna);
            later = Duration.ofMinutes(16);

            HttpResponse<String> preview = admin.get(ABANDON);
            assertThat(preview.body()).contains("name=\"factor\"", "undo this run whole");
            String shown = seen(preview);

            assertThat(refused(admin.post(ABANDON, Map.of("seen", shown, "date", FRIDAY))))
                    .contains("it takes a note");
            assertThat(refused(admin.post(ABANDON, Map.of("seen", shown, "date", SATURDAY, "note", "n"))))
                    .contains("the date that you typed is not that of the night");
            assertThat(refused(admin.post(ABANDON, Map.of("seen", shown, "date", FRIDAY, "note", "kept note"))))
                    .contains("code that your authenticator shows", "value=\"kept note\"");
            Map<String, String> wrong = Map.of("seen", shown, "date", FRIDAY, "note", "n", "factor", "000000");
            assertThat(refused(admin.post(ABANDON, wrong))).contains("the code is wrong");
            assertThat(calls()).isEmpty();

            later = Duration.ofMinutes(20);
            String code = anna.factor().code(Totp.step(clock.instant()));
            Map<String, String> right =
                    Map.of("seen", seen(admin.get(ABANDON)), "date", FRIDAY, "note", "n", "factor", code);
            HttpResponse<String> done = admin.post(ABANDON, right);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            await().atMost(Child.PATIENCE).until(() -> calls().size() == 1);
            assertThat(admin.get("/nights/2026-11-20/1/correct").body()).doesNotContain("name=\"factor\"");
        }
    }

    private static String refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was done");
        return answer.body();
    }

    @Test
    void what_changed_since_the_look_is_said_and_nothing_is_done() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            WebClient operator = console.as(Role.OPERATOR);
            String shown = seen(operator.get(RESTART));
            nightfill.run(FRIDAY).with(0);

            HttpResponse<String> answer = operator.post(RESTART, Map.of("seen", shown, "note", "kept"));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body())
                    .contains("the night was stopped when you looked, and is finished now", "asked for run at");
            assertThat(operator.post(RESTART, Map.of("seen", "made up")).statusCode())
                    .isEqualTo(422);
            assertThat(operator.post("/nights/2026-11-20/9/restart", Map.of("seen", shown))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(operator.get("/nights/2026-13-20/run").statusCode()).isEqualTo(404);
            assertThat(operator.get("/start?date=2026-11-21&what=run-pending-dates")
                            .headers()
                            .firstValue("Location"))
                    .contains("/nights/2026-11-21/run-pending-dates");
            assertThat(operator.get("/start?date=tomorrow&what=run").body()).contains("That is no date");
            assertThat(calls()).isEmpty();
        }
    }

    @Test
    void a_directory_that_can_be_none_is_refused_and_what_was_typed_is_kept() throws Exception {
        try (ServedConsole console = ServedConsole.over(database, root)) {
            WebClient operator = console.as(Role.OPERATOR);
            Map<String, String> form =
                    Map.of("seen", seen(operator.get(RESTART)), "note", "kept note", "directory", "/srv/\0");

            assertThat(refused(operator.post(RESTART, form)))
                    .contains("no run is to be published in such a directory", "value=\"kept note\"");
        }
    }

    @Test
    void of_two_who_press_at_once_one_has_it_done_and_the_other_hears_who() throws Exception {
        try (ServedConsole one = ServedConsole.over(database, root, clock);
                ServedConsole other = ServedConsole.over(database, root, clock)) {
            List<WebClient> people = List.of(
                    one.logIn(one.person("anna", Role.OPERATOR)), other.logIn(other.person("bob", Role.OPERATOR)));
            for (int round = 1; round <= (Scale.SOAK ? 50 : 1); round++) {
                String shown = seen(people.get(0).get(RESTART));
                List<HttpResponse<String>> answers = IntStream.range(0, 2)
                        .parallel()
                        .mapToObj(each -> press(people.get(each), shown))
                        .toList();

                assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
                int begun = round;
                await().atMost(Child.PATIENCE).until(() -> calls().size() == begun);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 409)
                        .allSatisfy(answer ->
                                assertThat(answer.body()).containsPattern("(anna|bob) (has just )?asked for run"));
                await().atMost(Child.PATIENCE)
                        .until(() -> query("select count(*) from audit_log where message like '%did nothing'")
                                .equals(List.of(Integer.toString(begun))));
            }
        }
    }

    private static HttpResponse<String> press(WebClient person, String shown) {
        person.get(RESTART);
        return person.post(RESTART, Map.of("seen", shown));
    }
}
