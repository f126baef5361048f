package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nightfill.ServedConsole;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry.Request;
import nightfill.domain.access.Role;
import nightfill.harness.Figures;
import nightfill.harness.MadeUpNights;
import nightfill.harness.WebClient;
import nightfill.harness.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;

/** The list of nights over HTTP: what it shows, what its address asks for, and how a trouble is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsPageIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T03:12:07Z"), ZoneOffset.UTC);
    private static final Pattern ROW = Pattern.compile("href=\"/nights/([0-9-]+)/\\d+\" data-row");
    private static final String ATTEND = "/nights/2026-11-25/1/attend";

    private final MigratedDatabase database = new MigratedDatabase();
    private final AtomicInteger statements = new AtomicInteger();
    private Wire wire;
    private ServedConsole console;

    @BeforeAll
    void serve(@TempDir Path root) throws IOException {
        MadeUpNights.write(database::update);
        Files.createDirectories(root.resolve("home/logs"));
        Files.writeString(root.resolve("home/logs/nightfill.log"), """
                2026-11-26T02:30:59.000Z INFO  [main] before
                2026-11-26T02:40:00.000Z WARN  [main] n.A - <script>alert(1)</script> \u001b[31m
                \tat of.this.Trace
                2026-11-26T03:02:20.000Z INFO  [main] behind
                """);
        ConnectionSettings connection = database.connection();
        wire = Wire.counting(connection.url(), statements);
        console = ServedConsole.over(
                new ConnectionSettings(wire.url(), connection.user(), connection.password()), root, CLOCK);
    }

    @AfterAll
    void close() throws IOException {
        console.close();
        wire.close();
        database.close();
    }

    private static List<String> rows(HttpResponse<String> page) {
        return ROW.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(row -> row.substring(14, 24))
                .toList();
    }

    @Test
    void nights_are_listed_newest_first_with_what_they_came_to_and_gaps_in_their_place() {
        assertThat(text(console.as(Role.VIEWER).get("/")))
                .contains(
                        "2026-11-25 Wed killed its process died, or was taken over 02:00 scheduler 40 min +15 min",
                        "2026-11-24 Tue finished 02:00 scheduler 24 min −25 s 43,630 97.5% +0.3 points 92 +39 1,050 −9"
                                + " 42 of 42 1 of 2 1",
                        "2026-11-20 Fri 1 other run run 1 replaced",
                        "2026-11-18 Wed 1 other run run 1 abandoned",
                        "2026-11-13 – 2026-11-15 no night was run");
    }

    @Test
    void a_filtered_address_shows_everybody_the_same_rows() {
        String address = "/?from=2026-11-17&to=2026-11-20&state=finished&reason=";
        HttpResponse<String> page = console.as(Role.VIEWER).get(address);

        assertThat(rows(page)).containsExactly("2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17");
        assertThat(rows(console.as(Role.ADMIN).get(address))).isEqualTo(rows(page));
        assertThat(page.body()).contains("value=\"2026-11-17\"", "<option value=\"finished\" selected>");
        assertThat(rows(console.as(Role.VIEWER).get("/?reason=PROCESS+died"))).containsExactly("2026-11-25");
        assertThat(console.as(Role.VIEWER).get("/?reason=no+such").body()).contains("No night fits");
        assertThat(console.as(Role.VIEWER).get("/?from=yesterday&state=%3Cb%3E").body())
                .contains("“&lt;b&gt;” is no state of a night, so all are shown.");
    }

    @Test
    void older_nights_are_asked_for_with_the_same_filter() {
        String page = console.as(Role.VIEWER).get("/?state=finished").body();
        assertThat(page).contains("href=\"/?state&#x3D;finished&amp;before&#x3D;2026-10-23\"");
        assertThat(rows(console.as(Role.VIEWER).get("/?state=finished&before=2026-10-23")))
                .startsWith("2026-10-22")
                .hasSize(30);
    }

    @Test
    void what_needs_a_person_is_said_on_top_and_answered_by_a_signed_note_about_the_attempt_that_was_shown() {
        WebClient operator = console.as(Role.OPERATOR);
        assertThat(operator.get("/").body())
                .contains(
                        "Needs a person",
                        "was cut off when its process died, last heard of at ",
                        "See why, and what to do");
        assertThat(operator.get(ATTEND).body()).contains("name=\"attempt\" value=\"102\"");
        long before = database.number("select count(*) from audit_log");

        HttpResponse<String> unsaid = operator.post(ATTEND, Map.of("attempt", "102", "note", "  "));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("a note is empty");
        HttpResponse<String> old = operator.post(ATTEND, Map.of("attempt", "101", "note", "the <b>disk</b>"));
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("has changed since it was shown", "the &lt;b&gt;disk&lt;/b&gt;</textarea>");
        assertThat(console.as(Role.VIEWER).get(ATTEND).statusCode()).isEqualTo(403);
        assertThat(database.number("select count(*) from audit_log where act = 'note'"))
                .isZero();
        assertThat(database.number("select count(*) from audit_log")).isGreaterThanOrEqualTo(before);

        HttpResponse<String> signed =
                operator.post(ATTEND, Map.of("attempt", "102", "note", "the disk is swapped at nine"));

        assertThat(signed.statusCode()).isEqualTo(303);
        assertThat(signed.headers().firstValue("Location").orElse("")).endsWith("/nights/2026-11-25/1");
        assertThat(operator.get("/").body())
                .doesNotContain("See why, and what to do")
                .contains("2026-11-24 run 1 is still to be published");
        assertThat(database.number("""
                        select count(*) from audit_log where act = 'note' and actor_name = 'operator'
                            and subject = '2026-11-25 run 1' and note = 'the disk is swapped at nine'
                        """)).isEqualTo(2);
        assertThat(operator.get(ATTEND).body()).contains("needs no attention");
    }

    @Test
    void a_run_that_there_is_not_needs_no_note() {
        WebClient operator = console.as(Role.OPERATOR);
        for (String run : List.of("/nights/garbage/1", "/nights/2031-01-01/1")) {
            assertThat(operator.get(run).statusCode()).as(run).isEqualTo(404);
            assertThat(operator.get(run + "/attend").statusCode()).as(run).isEqualTo(404);
            HttpResponse<String> signed = operator.post(run + "/attend", Map.of("attempt", "1", "note", "seen"));
            assertThat(signed.statusCode()).as(run).isEqualTo(404);
            assertThat(signed.body()).contains("No such run", "Nothing was done.");
        }
        assertThat(operator.get("/nights/2026-11-24/1/attend").body()).contains("needs no attention");
    }

    @Test
    void an_outcome_leads_to_the_page_that_has_what_was_asked_for() {
        AuditTrail trail = console.part(AuditTrail.class);
        Request request = new Request(new Actor(Actor.Kind.HOST, "cron", "host"), "tidy up", "home", "");
        long asked = trail.asked(request.actor(), request.act(), request.subject(), request.note());
        IntStream.range(0, 50).forEach(each -> trail.happened(request, "DONE", ""));
        trail.cameOut(asked, "DONE", "");
        WebClient viewer = console.as(Role.VIEWER);

        HttpResponse<String> newest = viewer.get("/audit");
        assertThat(newest.body()).doesNotContain("id=\"entry-%d\"".formatted(asked));
        Matcher link =
                Pattern.compile("href=\"([^\"]*)#(entry-%d)\"".formatted(asked)).matcher(newest.body());
        assertThat(link.find()).isTrue();
        assertThat(viewer.get(HtmlUtils.htmlUnescape(link.group(1))).body())
                .as(link.group())
                .contains("id=\"%s\"".formatted(link.group(2)));
    }

    /**
     * Of pages that nobody has asked for lately: five of its own, and one for the account of whoever asks.
     */
    @ParameterizedTest
    @CsvSource({
        "/?from=2026-09-16, 6",
        "/?state=finished&before=2026-11-01, 6",
        "/?reason=process, 6",
        "/nights/2026-11-25/1, 6",
        "/nights/2026-11-23/1, 6"
    })
    void a_page_takes_few_statements(String page, int most) {
        WebClient admin = console.as(Role.ADMIN);
        statements.set(0);
        assertThat(admin.get(page).statusCode()).isEqualTo(200);
        Figures.count(NightsPageIT.class, "%s: %d statements".formatted(page, statements.get()));
        assertThat(statements.get()).isBetween(1, most);
    }

    @Test
    void a_poll_that_brings_no_news_is_told_so_and_when_that_was() {
        WebClient viewer = console.as(Role.VIEWER);
        HttpResponse<String> first =
                viewer.send(viewer.request("/?state=abandoned").header("Nightfill-Poll", "1"));
        HttpResponse<String> second = viewer.send(viewer.request("/?state=abandoned")
                .header("Nightfill-Poll", "1")
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("Nightfill-As-Of")).contains("2026-11-26T03:12:07Z");
        assertThat(second.headers().firstValue("Nightfill-Database")).contains("answers");
    }

    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace(" .", ".")
                .replace(" ,", ",");
    }

    @Test
    void a_run_says_why_it_was_cut_off_who_asked_and_how_far_each_attempt_came() {
        HttpResponse<String> page = console.as(Role.OPERATOR).get("/nights/2026-11-25/1");

        assertThat(text(page))
                .contains(
                        "its process died, or was taken over It was in the step allocate. What to do: run it again, and it"
                                + " goes on.",
                        "its feeds count, so it must be finished or abandoned, and other dates wait. Its books are closed"
                                + " only once it is finished. It builds on 2026-11-24 run 1",
                        "killed attempt 2, began 2026-11-26 02:31:00 +00:00, took 31 min, asked for by anna",
                        "Asked for by anna, 10.0.0.7, who noted: “ the disk has room again ”",
                        "failed attempt 1, began 2026-11-26 02:00:00 +00:00, took 9 min 12 s, asked for by scheduler",
                        "allocate killed 26 min +23 min 2 min 16 s 24,000 24,000 15",
                        "rejected rows – 92 54");
        assertThat(page.body())
                .contains("href=\"/audit?before&#x3D;3#entry-2\"")
                .contains("<rect class=\"bar-bad\" x=\"16.03\" y=\"3\" width=\"83.97\" height=\"8\"/>")
                .containsOnlyOnce("<details class=\"attempt\" id=\"attempt-2\" open>");
    }

    @Test
    void a_run_shows_the_log_of_its_last_attempt_as_text_and_the_manifest_that_it_builds_on() {
        HttpResponse<String> page = console.as(Role.VIEWER).get("/nights/2026-11-25/1");
        assertThat(page.body())
                .contains("WARN  [main] n.A - &lt;script&gt;alert(1)&lt;/script&gt;", "\tat of.this.Trace")
                .doesNotContain("[main] before", "[main] behind");
        assertThat(text(page))
                .contains(
                        "Log of this attempt What was logged in ",
                        "It builds on 2026-11-24 run 1, whose manifest was found missing in OUTPUT at 03:12 : there is no");
        assertThat(console.as(Role.VIEWER).get("/nights/2026-11-24/1").body()).doesNotContain("Log of this attempt");
    }

    @Test
    void a_restart_says_how_long_it_takes_and_how_that_is_to_the_deadline() {
        database.update("insert into retry_plan values (1, 300, timestamptz '2026-11-26 06:30Z')");
        database.update(
                "update batch_job_execution set end_time = timestamp '2026-11-26 02:35' where job_execution_id = 102");
        try {
            assertThat(text(console.as(Role.OPERATOR).get("/nights/2026-11-25/1")))
                    .containsPattern(
                            "Restart night 2026-11-25 … takes about \\d+ min by the last nights of its weekday,"
                                    + " so until about 03:2\\d \\(Z\\), 3 h \\d+ min before the deadline");
        } finally {
            database.update("update batch_job_execution set end_time = timestamp '2026-11-26 03:02:11'"
                    + " where job_execution_id = 102");
        }
    }

    @Test
    void a_finished_run_shows_its_books_where_it_was_published_and_how_it_was_beside_others() {
        assertThat(text(console.as(Role.VIEWER).get("/nights/2026-11-24/1")))
                .contains(
                        "Night 2026-11-24 finished at 02:24.",
                        "Its books balance: all 42 control totals.",
                        "batches.csv 99,210 ±0",
                        "owed /srv/finance",
                        "lines 43,630 41,894 +1,736 42,538 +1,092",
                        "fill rate 97.5% 97.0% +0.5 points 97.2% +0.3 points");
        assertThat(text(console.as(Role.VIEWER).get("/nights/2026-11-20/1")))
                .contains("It was replaced by 2026-11-20 run 2");
        assertThat(console.as(Role.OPERATOR).get("/nights/2026-11-25/1").body()).contains(ATTEND);
        assertThat(console.as(Role.VIEWER).get("/nights/2026-11-25/1").body()).doesNotContain(ATTEND);
    }
}
