package nightfill.adapter.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.access.RetryPlans;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresRetryPlansIT {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();
    private static final Actor SCHEDULER = Actor.ofProcess(Kind.SCHEDULER, "scheduler", 1, "shop-1");

    private final AuditTrail trail = new PostgresAuditTrail(DATABASE.jdbc(), DATABASE.connection());
    private final RetryPlans plans = new PostgresRetryPlans(DATABASE.jdbc());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private long tried(String subject, RetryPlan plan) {
        long asked = trail.asked(SCHEDULER, "run", subject, "");
        plans.keep(asked, plan);
        return asked;
    }

    private static RetryPlan until(String moment) {
        return new RetryPlan(Duration.ofMinutes(5), Instant.parse(moment));
    }

    @Test
    void the_last_plan_of_each_date_is_found_until_a_while_after_its_deadline() {
        RetryPlan former = until("2026-12-01T06:30:00Z");
        RetryPlan late = until("2026-12-02T06:30:00Z");
        trail.cameOut(tried("2026-11-30", former), "NOT_READY", "no feeds");
        trail.cameOut(tried("2026-12-01", former), "FAILED", "disk full");
        trail.cameOut(tried("2026-12-01", late), "NOT_READY", "order_lines.csv is missing");
        trail.cameOut(tried("no date", late), "FAILED", "");

        assertThat(plans.dates(late.until().minusSeconds(1))).singleElement().satisfies(planned -> {
            assertThat(planned.date()).isEqualTo("2026-12-01");
            assertThat(planned.message()).isEqualTo("order_lines.csv is missing");
            assertThat(planned.retries().plan()).isEqualTo(late);
            assertThat(planned.outcome()).isEqualTo("NOT_READY");
        });
        assertThat(plans.dates(former.until().minusSeconds(1)))
                .extracting(
                        planned -> planned.date().toString(),
                        planned -> planned.retries().tries().size())
                .containsExactly(tuple("2026-12-01", 1), tuple("2026-11-30", 1));
        assertThat(plans.dates(late.until())).isEmpty();
    }

    @Test
    void the_tries_are_those_of_the_last_plan_at_the_same_thing() {
        RetryPlan yesterday = until("2026-11-20T06:30:00Z");
        RetryPlan today = until("2026-11-21T06:30:00Z");
        long former = tried("2026-11-20", yesterday);
        trail.cameOut(former, "NOT_READY", "not there");
        long first = tried("2026-11-20", today);
        trail.cameOut(first, "FAILED", "disk full");
        tried("2026-11-19", today);
        long busy = tried("2026-11-20", today);
        long person = trail.asked(Actor.ofProcess(Kind.HOST, "anna", 1, "shop-1"), "run", "2026-11-20", "");

        Retries retries = of(List.of(former, first, person)).orElseThrow();

        assertThat(retries.plan()).isEqualTo(today);
        assertThat(retries.tries()).extracting(Try::outcome).containsExactly("FAILED", "");
        assertThat(retries.tries().get(0).ended())
                .isAfterOrEqualTo(retries.tries().get(0).began());
        assertThat(retries.tries().get(1).ended()).isNull();
        assertThat(of(List.of(busy))).contains(retries);
        assertThat(of(List.of(person))).isEmpty();
        assertThat(of(List.of())).isEmpty();
    }

    private Optional<Retries> of(List<Long> asked) {
        return plans.coming(asked, 0, Instant.EPOCH).retries();
    }

    @Test
    void what_others_have_asked_for_and_is_open_comes_with_it() {
        Actor anna = Actor.ofProcess(Kind.HOST, "anna", 1, "shop-1");
        long former = trail.asked(anna, "run", "2026-11-20", "");
        long open = trail.asked(anna, "abandon", "execution 1", "");
        long answered = trail.asked(anna, "run", "2026-11-21", "");
        trail.cameOut(answered, "DONE", "");

        assertThat(plans.coming(List.of(), former, Instant.EPOCH).open())
                .extracting(AuditEntry::id)
                .containsExactly(open);
        assertThat(plans.coming(List.of(), former, Instant.now().plusSeconds(60))
                        .open())
                .isEmpty();
    }
}
