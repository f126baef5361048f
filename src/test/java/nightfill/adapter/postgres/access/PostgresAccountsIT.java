package nightfill.adapter.postgres.access;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.application.access.Accounts;
import nightfill.application.access.AccountsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresAccountsIT extends AccountsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private final Accounts accounts = new PostgresAccounts(DATABASE.jdbc(), DATABASE.transactions());

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
