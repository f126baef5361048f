package nightfill.adapter.postgres.access;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.token.Tokens;
import nightfill.application.token.TokensContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresTokensIT extends TokensContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Tokens tokens = new PostgresTokens(DATABASE.jdbc());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Tokens tokens() {
        return tokens;
    }
}
