package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import nightfill.ServedConsole;
import nightfill.application.UseCases;
import nightfill.application.problem.Problem;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.access.Role;
import nightfill.domain.watch.RetryPlan;
import nightfill.harness.TestNightfill;
import nightfill.view.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of an unfinished run says of what comes next. */
class UnfinishedRunIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> FEEDS = Map.of(
            "batches.csv",
            "ref,sku,qty,eta\nPO-1,CHAIR,10,\n",
            "order_lines.csv",
            "orderid,line,sku,qty\n1,1,CHAIR,2\n");

    /** Asks for a night as the scheduler does under its plan. */
    private static long asked(TestNightfill nightfill, LocalDate date, RetryPlan plan) {
        UseCases.Trail trail = nightfill.useCases().trail();
        Actor scheduler = Actor.ofProcess(Kind.SCHEDULER, "scheduler", 1, "shop-1");
        long asked = trail.entries().asked(scheduler, "run", date.toString(), "");
        trail.retries().keep(asked, plan);
        return asked;
    }

    @Test
    void it_says_what_input_has_of_the_feeds_that_the_run_accepted_and_what_the_scheduler_does(@TempDir Path root)
            throws IOException {
        try (TestNightfill nightfill = new TestNightfill(root, 10);
                ServedConsole console = ServedConsole.over(nightfill.connection(), root, Clock.systemUTC())) {
            nightfill.arrive(FRIDAY, FEEDS);
            nightfill.stopAt("load order lines");
            Instant until = Instant.now().plusSeconds(3600);
            long asked = asked(nightfill, FRIDAY, new RetryPlan(Duration.ofMinutes(5), until));
            assertThatThrownBy(() -> nightfill.run(
                            nightfill.request(FRIDAY, false, false).askedBy(asked)))
                    .isInstanceOf(Problem.class);
            nightfill.useCases().trail().entries().cameOut(asked, "FAILED", "disk full");
            assertThat(page(console))
                    .containsPattern("The scheduler tried at ..:..; next ..:..; wakes someone by "
                            + Moments.time(until, ZoneOffset.UTC))
                    .contains("INPUT holds what this run accepted; run again, it goes on from its own copies.")
                    .contains("Compared with " + nightfill.input().resolve("2026-11-20"));

            Path orders = nightfill.input().resolve("2026-11-20/order_lines.csv");
            Files.writeString(orders, "orderid,line,sku,qty\n1,1,CHAIR,12\n");
            assertThat(page(console))
                    .contains(
                            "INPUT differs from what this run accepted; run again, it loads the feeds as they are now")
                    .contains("another file, of 34 bytes instead of 33");

            TestNightfill.remove(nightfill.input());
            assertThat(page(console)).contains("INPUT cannot be seen from here; run again, it goes on from its own");
        }
    }

    @Test
    void a_date_that_was_tried_without_a_night_says_why_and_when_it_is_tried_next(@TempDir Path root) {
        try (TestNightfill nightfill = new TestNightfill(root, 10);
                ServedConsole console = ServedConsole.over(nightfill.connection(), root, Clock.systemUTC())) {
            Instant until = Instant.now().plusSeconds(3600);
            long asked = asked(nightfill, FRIDAY, new RetryPlan(Duration.ofMinutes(5), until));
            nightfill.useCases().trail().entries().cameOut(asked, "NOT_READY", "<b>order_lines.csv</b> is missing");

            String viewer = console.as(Role.VIEWER).get("/").body();
            assertThat(viewer)
                    .containsPattern("Night 2026-11-20 has not begun\\. The scheduler tried at ..:..; next ..:..; wakes"
                            + " someone by " + Moments.time(until, ZoneOffset.UTC))
                    .contains("</svg>not ready</span>", "&lt;b&gt;order_lines.csv&lt;/b&gt; is missing")
                    .doesNotContain("No night was run yet", "/nights/2026-11-20/run");
            assertThat(console.as(Role.OPERATOR).get("/").body()).contains("href=\"/nights/2026-11-20/run\"");
            assertThat(console.as(Role.VIEWER).get("/?from=2026-11-01").body()).doesNotContain("has not begun");
        }
    }

    @Test
    void a_night_that_was_refused_for_its_rejects_hands_them_out(@TempDir Path root) throws IOException {
        try (TestNightfill nightfill = new TestNightfill(root, 10);
                ServedConsole console = ServedConsole.over(nightfill.connection(), root, Clock.systemUTC())) {
            nightfill.arrive(
                    FRIDAY,
                    Map.of(
                            "batches.csv",
                            "ref,sku,qty,eta\nPO-1,CHAIR,10,\n",
                            "order_lines.csv",
                            "orderid,line,sku,qty\n" + "1,1,CHAIR,none\n".repeat(30)));
            assertThatThrownBy(() -> nightfill.run(nightfill.request(FRIDAY, false, false)))
                    .isInstanceOf(Problem.class);

            assertThat(page(console)).contains("href=\"/nights/2026-11-20/1/refused\" download");
            HttpResponse<String> rows = console.as(Role.VIEWER).get("/nights/2026-11-20/1/refused");
            assertThat(rows.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"rejects-refused-2026-11-20.csv\"");
            assertThat(rows.body()).startsWith("file,line,reason,detail,row").contains("1,1,CHAIR,none");
            assertThat(console.as(Role.VIEWER)
                            .get("/nights/2026-11-21/1/refused")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static String page(ServedConsole console) {
        return console.as(Role.VIEWER).get("/nights/2026-11-20/1").body();
    }
}
