package nightfill.adapter.postgres.server;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TokenConstraintsIT extends BrokenConstraints {

    private static final String OTHER = "b".repeat(64);

    private static final String TOKEN = """
            insert into token (folded, client, role, secret_hash, made) values (?, ?, ?, ?, '2026-11-20 02:00Z')
            """;

    private void stateToken() throws SQLException {
        state(TOKEN, "shop", "Shop", "OPERATOR", HASH);
    }

    @Test
    @Breaks("token_pkey")
    void a_client_has_one_in_any_spelling() throws SQLException {
        stateToken();
        refused(TOKEN, "shop", "SHOP", "OPERATOR", OTHER);
    }

    @Test
    @Breaks("token_folded_check")
    void a_folded_name_has_no_capitals() throws SQLException {
        refused(TOKEN, "Shop", "Shop", "OPERATOR", HASH);
    }

    @Test
    @Breaks("token_client_check")
    void a_client_has_1_to_64_characters() throws SQLException {
        refused(TOKEN, "", "", "OPERATOR", HASH);
        refused(TOKEN, "a", "a".repeat(65), "OPERATOR", HASH);
    }

    @Test
    @Breaks("token_role_check")
    void a_role_is_one_of_three() throws SQLException {
        refused(TOKEN, "shop", "Shop", "OWNER", HASH);
    }

    @Test
    @Breaks("token_secret_hash_key")
    void a_secret_is_that_of_one_client() throws SQLException {
        stateToken();
        refused(TOKEN, "till", "Till", "OPERATOR", HASH);
    }

    @Test
    @Breaks("token_check")
    void none_is_revoked_before_it_is_made() throws SQLException {
        stateToken();
        refused("update token set revoked = '2026-11-19 02:00Z'");
    }

    @Test
    @Breaks("token_only_ends")
    void one_that_is_revoked_stays_so_and_nothing_else_changes() throws SQLException {
        stateToken();
        refused("update token set role = 'ADMIN'");
        refused("update token set secret_hash = '%s'".formatted(OTHER));
        state("update token set revoked = '2026-11-21 02:00Z'");
        refused("update token set revoked = null");
    }

    @Test
    @Breaks("token_stays")
    void none_is_deleted() throws SQLException {
        stateToken();
        refused("delete from token");
    }
}
