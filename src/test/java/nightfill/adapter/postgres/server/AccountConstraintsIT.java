package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class AccountConstraintsIT extends BrokenConstraints {

    private static final String OTHER = "f".repeat(64);
    private static final String INVITED = """
            insert into account (folded, name, role, enabled, version, invitation_hash, invited_until)
            values (?, ?, ?, true, ?, ?, '2026-11-21 02:00Z')
            """;
    private static final String KEYED = """
            insert into account (folded, name, role, enabled, version, password_hash, factor_secret, factor_step)
            values ('ann', 'Ann', 'ADMIN', true, 1, ?, ?, 100)
            """;
    private static final String PASSWORD = "{argon2}hash";
    private static final String SECRET = "A".repeat(32);
    private static final String RECOVERY = "insert into recovery_code (folded, code_hash) values (?, ?)";
    private static final String SETUP =
            "insert into setup_code (code_hash, valid_until) values (?, '2026-11-21 02:00Z')";
    private static final String FAILED =
            "insert into failed_log_in (key, failures, last_at) values (?, ?, '2026-11-21 02:00Z')";

    private void stateInvited() throws SQLException {
        state(INVITED, "ann", "Ann", "ADMIN", 1, HASH);
    }

    private void stateKeyed() throws SQLException {
        state(KEYED, PASSWORD, SECRET);
    }

    @Test
    @Breaks("account_pkey")
    void a_name_is_given_once_in_any_spelling() throws SQLException {
        stateInvited();
        refused(INVITED, "ann", "ANN", "ADMIN", 1, OTHER);
        state(INVITED, "bob", "Bob", "VIEWER", 7, OTHER);
    }

    @Test
    @Breaks("account_folded_check")
    void a_folded_name_has_no_capitals() throws SQLException {
        refused(INVITED, "Ann", "Ann", "ADMIN", 1, HASH);
    }

    @Test
    @Breaks("account_name_check")
    void a_name_has_1_to_64_characters() throws SQLException {
        state(INVITED, "a", "a".repeat(64), "ADMIN", 1, HASH);
        refused(INVITED, "b", "b".repeat(65), "ADMIN", 1, OTHER);
        refused(INVITED, "c", "", "ADMIN", 1, OTHER);
    }

    @Test
    @Breaks("account_role_check")
    void a_role_is_one_of_three() throws SQLException {
        refused(INVITED, "ann", "Ann", "ROOT", 1, HASH);
    }

    @Test
    @Breaks("account_version_check")
    void versions_begin_with_1() throws SQLException {
        refused(INVITED, "ann", "Ann", "ADMIN", 0, HASH);
    }

    @Test
    @Breaks("account_invitation_hash_key")
    void a_code_invites_one_person() throws SQLException {
        stateInvited();
        refused(INVITED, "bob", "Bob", "VIEWER", 1, HASH);
    }

    @Test
    @Breaks("account_invitation_hash_check")
    void an_invitation_code_is_kept_as_a_hash() throws SQLException {
        refused(INVITED, "ann", "Ann", "ADMIN", 1, "ABCD-EFGH");
    }

    @Test
    @Breaks("account_password_hash_check")
    void a_password_is_kept_as_a_hash_with_its_algorithm() throws SQLException {
        refused(KEYED, "over the hills and far", SECRET);
    }

    @Test
    @Breaks("account_factor_secret_check")
    void a_factor_has_160_bits() throws SQLException {
        stateKeyed();
        refused("update account set factor_secret = 'AAAA', version = 2");
    }

    @Test
    @Breaks("account_invited_or_keyed")
    void an_account_has_an_invitation_or_keys() throws SQLException {
        refused("insert into account (folded, name, role, enabled, version) values ('cy', 'cy', 'ADMIN', true, 1)");
        refused(INVITED.replace("?, ?, '2026", "1, null, '2026"), "ann", "Ann", "ADMIN");
        refused(KEYED.replace("?, ?, 100", "?, null, 100"), PASSWORD);
        stateKeyed();
        refused("update account set version = 2, invitation_hash = '%s', invited_until = now()".formatted(HASH));
        state("update account set version = 2, invitation_hash = '%s', invited_until = now(),".formatted(HASH)
                + " password_hash = null, factor_secret = null, factor_step = null");
    }

    @Test
    @Breaks("account_version_rises")
    void whatever_ends_sessions_raises_the_version() throws SQLException {
        stateKeyed();
        refused("update account set role = 'VIEWER'");
        refused("update account set enabled = false");
        refused("update account set name = 'ANN'");
        refused("update account set password_hash = '{argon2}other'");
        refused("update account set factor_secret = '%s'".formatted("B".repeat(32)));
        state("update account set version = 5");
        refused("update account set version = 4");
        refused("update account set version = 4, role = 'VIEWER'");
        state("update account set version = 6, role = 'VIEWER'");
        state("update account set factor_step = 101");
    }

    @Test
    @Breaks("account_factor_step_rises")
    void a_code_of_a_factor_counts_once() throws SQLException {
        stateKeyed();
        refused("update account set factor_step = 99");
        state("update account set factor_step = 99, factor_secret = '%s', version = 2".formatted("B".repeat(32)));
    }

    @Test
    @Breaks("account_stays")
    void no_account_is_deleted() throws SQLException {
        stateInvited();
        refused("delete from account");
    }

    @Test
    void an_account_is_whole() throws SQLException {
        refusedWithoutValue(
                INVITED.replace("values (?, ?, ?, true, ?, ?", "values ('a', null, 'ADMIN', true, 1, null"));
        refusedWithoutValue(INVITED.replace("values (?, ?, ?, true, ?, ?", "values ('a', 'a', null, true, 1, null"));
        refusedWithoutValue(INVITED.replace("values (?, ?, ?, true, ?, ?", "values ('a', 'a', 'ADMIN', null, 1, null"));
        refusedWithoutValue(
                INVITED.replace("values (?, ?, ?, true, ?, ?", "values ('a', 'a', 'ADMIN', true, null, null"));
    }

    @Test
    @Breaks("recovery_code_folded_fkey")
    void a_recovery_code_is_an_accounts() throws SQLException {
        refused(RECOVERY, "ann", HASH);
        stateKeyed();
        state(RECOVERY, "ann", HASH);
    }

    @Test
    @Breaks("recovery_code_pkey")
    void a_recovery_code_is_kept_once() throws SQLException {
        stateKeyed();
        state(RECOVERY, "ann", HASH);
        refused(RECOVERY, "ann", HASH);
    }

    @Test
    @Breaks("recovery_code_code_hash_check")
    void a_recovery_code_is_kept_as_a_hash() throws SQLException {
        stateKeyed();
        refused(RECOVERY, "ann", "ABCD-EFGH");
    }

    @Test
    @Breaks("setup_code_only")
    void there_is_one_setup_code() throws SQLException {
        state(SETUP, HASH);
        refused(SETUP, OTHER);
    }

    @Test
    @Breaks("setup_code_code_hash_check")
    void a_setup_code_is_kept_as_a_hash() throws SQLException {
        refused(SETUP, "ABCD-EFGH");
        refusedWithoutValue("insert into setup_code (code_hash, valid_until) values (null, now())");
        refusedWithoutValue("insert into setup_code (code_hash) values ('%s')".formatted(HASH));
    }

    @Test
    @Breaks("failed_log_in_pkey")
    void whoever_fails_is_counted_once() throws SQLException {
        state(FAILED, HASH, 1);
        refused(FAILED, HASH, 2);
    }

    @Test
    @Breaks("failed_log_in_key_check")
    void whoever_fails_is_not_named() throws SQLException {
        refused(FAILED, "ann 192.0.2.1", 1);
    }

    @Test
    @Breaks("failed_log_in_failures_check")
    void whoever_is_counted_has_failed() throws SQLException {
        refused(FAILED, HASH, 0);
        refusedWithoutValue(FAILED.replace("values (?, ?", "values ('%s', null".formatted(HASH)));
        refusedWithoutValue("insert into failed_log_in (key, failures) values ('%s', 1)".formatted(HASH));
    }
}
