package nightfill.adapter.postgres.access;

import static org.assertj.core.api.Assertions.assertThat;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.AuditTrail;
import nightfill.application.metrics.LastRequest;
import nightfill.domain.access.Actor;
import nightfill.domain.access.Actor.Kind;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.Test;

class PostgresRunRequestsIT {

    private static final Actor ANNA = Actor.ofProcess(Kind.HOST, "anna", 1, "shop-1");

    @Test
    void the_newest_request_to_run_nights_is_found_whatever_else_is_asked_for() {
        try (MigratedDatabase database = new MigratedDatabase()) {
            AuditTrail trail = new PostgresAuditTrail(database.jdbc(), database.connection());
            PostgresRunRequests requests = new PostgresRunRequests(database.jdbc());
            assertThat(requests.last()).isEmpty();

            trail.cameOut(trail.asked(ANNA, "run", "2026-11-19", ""), "DONE", "");
            long asked = trail.asked(ANNA, "run --pending", "2026-11-20", "");
            trail.asked(ANNA, "stop", "the night under way", "");
            trail.asked(ANNA, "runaway", "2026-11-21", "");
            trail.happened(new Request(ANNA, "run", "2026-11-22", ""), "REFUSED", "no role for it");

            assertThat(requests.last()).get().satisfies(last -> {
                assertThat(last.date()).isEqualTo("2026-11-20");
                assertThat(last.outcome()).isEmpty();
                assertThat(last.answered()).isNull();
            });

            trail.cameOut(asked, "NOT_READY", "no feeds");

            LastRequest answered = requests.last().orElseThrow();
            assertThat(answered.outcome()).isEqualTo("NOT_READY");
            assertThat(answered.answered()).isNotNull().isAfterOrEqualTo(answered.asked());
        }
    }

    @Test
    void however_long_the_trail_is_no_more_of_it_is_read_than_what_came_since() {
        try (MigratedDatabase database = new MigratedDatabase()) {
            AuditTrail trail = new PostgresAuditTrail(database.jdbc(), database.connection());
            trail.asked(ANNA, "run", "2026-11-19", "");
            database.update("alter table audit_log disable trigger audit_log_chained");
            database.update("""
                    insert into audit_log (id, at, actor_kind, actor_name, actor_origin, act, subject, outcome,
                        previous_hash, hash)
                    select 1 + place, now(), 'TOKEN', 'shop', '', 'allocate', 'order ' || place, 'DONE', hash, hash
                    from audit_log, generate_series(1, 20000) place
                    """);
            database.update("analyze audit_log");

            String plan = String.join(
                    "\n",
                    database.jdbc()
                            .sql("explain " + PostgresRunRequests.LAST)
                            .query(String.class)
                            .list());
            assertThat(plan).contains("Scan Backward using audit_log_pkey").doesNotContain("Seq Scan", "Sort");
            assertThat(new PostgresRunRequests(database.jdbc())
                            .last()
                            .orElseThrow()
                            .date())
                    .isEqualTo("2026-11-19");
        }
    }
}
