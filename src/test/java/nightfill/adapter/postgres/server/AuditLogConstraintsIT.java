package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AuditLogConstraintsIT extends BrokenConstraints {

    private static final String REQUEST =
            "insert into audit_log (actor_kind, actor_name, actor_origin, act, subject) values (?, 'anna', '', 'run', '')";
    private static final String ANSWER = """
            insert into audit_log (actor_kind, actor_name, actor_origin, act, subject, answers, outcome)
            values ('HOST', 'anna', '', 'run', '', ?, ?)""";
    private static final String PLAN = "insert into retry_plan values (1, ?, now())";

    @Test
    @Breaks("audit_log_actor_kind_check")
    void somebody_asks_by_a_way_that_exists() throws SQLException {
        refused(REQUEST, "CROWD");
        state(REQUEST, "SCHEDULER");
        state(REQUEST, "HOST");
        state(REQUEST, "CONSOLE");
        state(REQUEST, "TOKEN");
    }

    @Test
    @Breaks("audit_log_answered_once")
    void a_request_has_one_outcome() throws SQLException {
        state(REQUEST, "HOST");
        state(ANSWER, 1L, "DONE");
        refused(ANSWER, 1L, "FAILED");
    }

    @Test
    @Breaks("audit_log_answer_has_outcome")
    void an_outcome_is_a_word() throws SQLException {
        state(REQUEST, "HOST");
        refused(ANSWER, 1L, "");
        state("insert into audit_log (actor_kind, actor_name, actor_origin, act, subject, outcome)"
                + " values ('HOST', 'anna', '', 'log in', '', 'DONE')");
    }

    @Test
    @Breaks("audit_log_chained")
    void an_outcome_is_that_of_a_request() throws SQLException {
        refused(ANSWER, 1L, "DONE");
        state(REQUEST, "HOST");
        state(ANSWER, 1L, "DONE");
        refused(ANSWER, 2L, "DONE");
    }

    @Test
    @Breaks("audit_log_only_grows")
    void an_entry_is_neither_changed_nor_removed() throws SQLException {
        refused("update audit_log set note = 'another'");
        refused("delete from audit_log");
        refused("truncate audit_log cascade");
    }

    @Test
    @Breaks("audit_log_pkey")
    void an_entry_has_its_number_alone() throws SQLException {
        state(REQUEST, "HOST");
        state("alter table audit_log disable trigger audit_log_chained");
        refused("insert into audit_log select * from audit_log");
    }

    @Test
    void an_entry_says_who_asked_for_what() throws SQLException {
        state("alter table audit_log disable trigger audit_log_chained");
        for (String column : "at, actor_kind, actor_name, actor_origin, act, subject, note, outcome, message, hash"
                .split(", ", -1)) {
            refusedWithoutValue("""
                    insert into audit_log
                    select * from jsonb_populate_record(null::audit_log, jsonb_build_object(
                        'id', 1, 'at', now(), 'actor_kind', 'HOST', 'actor_name', '', 'actor_origin', '', 'act', '',
                        'subject', '', 'note', '', 'outcome', '', 'message', '',
                        'previous_hash', repeat('0', 64), 'hash', repeat('0', 64)) - '%s')
                    """.formatted(column));
        }
    }

    @Test
    @Breaks("retry_plan_asked_fkey")
    void a_plan_is_that_of_a_request() throws SQLException {
        refused(PLAN, 0);
        state(REQUEST, "SCHEDULER");
        state(PLAN, 0);
    }

    @Test
    @Breaks("retry_plan_pkey")
    void a_request_has_one_plan() throws SQLException {
        state(REQUEST, "SCHEDULER");
        state(PLAN, 0);
        refused(PLAN, 0);
    }

    @Test
    @Breaks("retry_plan_pause_seconds_check")
    void a_pause_is_not_negative() throws SQLException {
        state(REQUEST, "SCHEDULER");
        refused(PLAN, -1);
    }

    @Test
    @Breaks("retry_plan_only_grows")
    void a_plan_is_neither_changed_nor_removed() throws SQLException {
        refused("update retry_plan set pause_seconds = 0");
        refused("delete from retry_plan");
        refused("truncate retry_plan");
    }
}
