package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RunConstraintsIT extends BrokenConstraints {

    @Test
    @Breaks("run_unfinished")
    void only_one_run_is_unfinished() throws SQLException {
        refused(RUN, "2026-11-22", 1, "ALLOCATING");
    }

    @Test
    @Breaks("run_loading")
    void only_one_run_loads() throws SQLException {
        state(RUN, "2026-11-22", 1, "LOADING");
        refused(RUN, "2026-11-23", 1, "LOADING");
    }

    @Test
    @Breaks("run_standing")
    void only_one_run_of_a_date_stands() throws SQLException {
        refused(FINISHED_RUN, "2026-11-20", 2, "FINISHED", HASH);
        refused(FINISHED_RUN, "2026-11-21", 2, "FINISHED", HASH);
        state(FINISHED_RUN, "2026-11-20", 2, "REPLACED", HASH);
    }

    @Test
    @Breaks("run_number")
    void a_number_is_given_once_to_a_date_save_to_abandoned_runs() throws SQLException {
        refused(FINISHED_RUN, "2026-11-20", 1, "REPLACED", HASH);
        state(RUN, "2026-11-20", 1, "ABANDONED");
        state(RUN, "2026-11-20", 1, "DISCARDED");
        state(RUN, "2026-11-20", 1, "LOADING");
    }

    @Test
    @Breaks("run_number_check")
    void numbers_begin_with_one() throws SQLException {
        refused(RUN, "2026-11-22", 0, "LOADING");
    }

    @Test
    @Breaks("run_rules_check")
    void a_run_is_worked_by_rules_that_exist() throws SQLException {
        refused("update run set rules = '3' where id = 2");
        refused("update run set rules = '' where id = 2");
        state("update run set rules = '2' where id = 2");
    }

    @Test
    @Breaks("run_accepted_check")
    void only_guards_that_exist_are_overridden() throws SQLException {
        refused("update run set accepted = '{SAME_FEED,ANYTHING}' where id = 2");
        refused("update run set accepted = '{null}' where id = 2");
        state("update run set accepted = '{SHRUNK_FEEDS,SAME_FEED,RENUMBERED}' where id = 2");
    }

    @Test
    @Breaks("warning_accepted_check")
    void a_warning_is_about_a_guard_that_exists() throws SQLException {
        refused("insert into warning (run_id, text, accepted) values (1, 'watch out', 'ANYTHING')");
        state(
                "insert into warning (run_id, text, accepted) values (1, 'watch out', 'SAME_FEED'), (1, 'watch it', 'RENUMBERED')");
    }

    @Test
    @Breaks("run_state_check")
    void there_is_no_other_state() throws SQLException {
        refused(RUN, "2026-11-22", 1, "DONE");
    }

    @Test
    @Breaks("run_check2")
    void only_a_finished_run_has_a_manifest() throws SQLException {
        refused(FINISHED_RUN, "2026-11-22", 1, "LOADING", HASH);
        refused("update run set manifest_sha256 = ? where id = 2", HASH);
    }

    @Test
    @Breaks("run_check2")
    void a_finished_run_has_a_manifest() throws SQLException {
        refused(RUN, "2026-11-22", 1, "FINISHED");
        refused("update run set state = 'FINISHED' where id = 2");
        refused("update run set manifest_sha256 = null where id = 1");
    }

    @Test
    void a_run_knows_the_turns_before_it() throws SQLException {
        refusedWithoutValue("update run set turns_before = null where id = 2");
    }

    @Test
    @Breaks("run_previous_id_fkey")
    void a_run_builds_on_one_that_is_known() throws SQLException {
        refused("update run set previous_id = 0 where id = 2");
    }

    @Test
    @Breaks("run_check")
    void a_run_builds_on_an_earlier_one() throws SQLException {
        refused("update run set previous_id = 2 where id = 2");
        refused("update run set previous_id = 2 where id = 1");
        state("update run set previous_id = 1 where id = 2");
    }

    @Test
    @Breaks("run_replaces_id_fkey")
    void a_correction_replaces_a_run_that_is_known() throws SQLException {
        refused("update run set replaces_id = 0 where id = 2");
    }

    @Test
    @Breaks("run_check1")
    void a_correction_replaces_an_earlier_run() throws SQLException {
        refused("update run set replaces_id = 2 where id = 2");
        refused("update run set replaces_id = 2 where id = 1");
        state("update run set replaces_id = 1 where id = 2");
    }

    @Test
    @Breaks("run_pkey")
    void a_run_has_its_id_alone() throws SQLException {
        refused("""
                insert into run (id, business_date, number, state, turns_before, max_rejects) overriding system value
                values (1, '2026-11-22', 1, 'DISCARDED', 0, '')
                """);
    }

    @Test
    @Breaks("business_date_check")
    void a_business_date_lies_in_2000_to_2199() throws SQLException {
        refused(RUN, "1999-12-31", 1, "LOADING");
        refused(RUN, "2200-01-01", 1, "LOADING");
        state(RUN, "2000-01-01", 1, "ABANDONED");
        state(RUN, "2199-12-31", 1, "ABANDONED");
    }

    @Test
    @Breaks("run_batches_check")
    void batches_are_changes_or_a_snapshot() throws SQLException {
        refused("update run set batches = 'snapshot' where id = 2");
        state("update run set batches = 'SNAPSHOT' where id = 2");
        state("update run set batches = 'CHANGES' where id = 2");
    }

    @Test
    @Breaks("run_silent_nights_check")
    void a_batch_is_silent_after_some_nights_or_never() throws SQLException {
        refused("update run set silent_nights = -1 where id = 2");
        state("update run set silent_nights = 0 where id = 2");
    }

    @Test
    @Breaks("sha256_check")
    void a_hash_is_64_hexadecimal_digits_in_lower_case() throws SQLException {
        refused(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH.substring(1));
        refused(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH + "0");
        refused(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH.toUpperCase(java.util.Locale.ROOT));
        refused(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH.replace('0', 'g'));
        refused(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH + "\n");
        state(FINISHED_RUN, "2026-11-22", 1, "FINISHED", HASH);
    }

    @Test
    void a_run_has_a_date_a_number_and_a_state() throws SQLException {
        refusedWithoutValue("update run set business_date = null where id = 2");
        refusedWithoutValue("update run set number = null where id = 2");
        refusedWithoutValue("update run set state = null where id = 2");
        refusedWithoutValue("update run set max_rejects = null where id = 2");
        refusedWithoutValue("update run set accept_same_feed = null where id = 2");
        refusedWithoutValue("update run set accept_shrunk_feeds = null where id = 2");
        refusedWithoutValue("update run set accepted = null where id = 2");
        refusedWithoutValue("update run set after_restore = null where id = 2");
    }

    @Test
    @Breaks("identity_pkey")
    void a_database_has_one_identity() throws SQLException {
        refused("insert into identity default values");
    }

    @Test
    @Breaks("identity_only_one_check")
    void a_database_has_no_second_identity_beside_it() throws SQLException {
        refused("insert into identity (only_one) values (false)");
    }

    @Test
    @Breaks("run_lock_pkey")
    void a_fence_is_raised_once() throws SQLException {
        state(LOCK, 7);
        refused(LOCK, 7);
    }

    @Test
    @Breaks("run_lock_only")
    void a_database_has_one_fence() throws SQLException {
        state(LOCK, 7);
        refused(LOCK, 8);
    }

    private static final String LOCK = "insert into run_lock (fence, since, beat_at) values (?, now(), now())";

    private static final String RUN = """
            insert into run (business_date, number, state, max_rejects, turns_before) values (?::date, ?, ?, '', 0)""";

    private static final String FINISHED_RUN = """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
            values (?::date, ?, ?, '', 0, ?)""";
}
