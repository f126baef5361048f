package nightfill.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user of the database whom its administrator gave too few rights: no waiting helps, a statement does. */
class MissingRightIT {

    private static final String DATE = "2026-11-20";
    private static final String USER = "\"Night user\"";

    @TempDir
    Path root = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private Installation nightfill;

    @BeforeEach
    void createUserAndDatabase() throws SQLException {
        database = TestDatabase.create();
        execute("create role " + USER + " login password 'secret'");
        nightfill = Installation.on(database, root)
                .with("NIGHTFILL_DB_USER", "Night user")
                .with("NIGHTFILL_DB_PASSWORD", "secret");
        nightfill.arriveSmall(DATE);
    }

    @AfterEach
    void drop() throws SQLException {
        execute("reassign owned by " + USER + " to current_user", "drop owned by " + USER, "drop role " + USER);
        database.close();
    }

    @Test
    void whoever_may_not_create_is_told_the_statement_that_lets_him() throws SQLException {
        Ended refused = nightfill.run(DATE).with(3);

        String ownership = "alter database %s owner to %s".formatted(name(), USER);
        assertThat(refused.error())
                .contains(
                        "user " + USER,
                        database.url().split("\\?", 2)[0],
                        "permission denied for schema public",
                        ownership);

        execute(ownership);
        nightfill.run(DATE).with(0);
    }

    @Test
    void the_statements_for_a_database_that_stays_its_owners_are_enough() throws SQLException {
        execute("revoke all on database " + name() + " from public");
        Ended refused = nightfill.run(DATE).with(3);

        String grants =
                "grant connect, create, temporary on database %1$s to %2$s; grant create on schema public to %2$s"
                        .formatted(name(), USER);
        assertThat(refused.error()).contains("permission denied for database", grants);

        execute(grants.split("; "));
        nightfill.run(DATE).with(0);
    }

    @Test
    void one_of_the_two_grants_is_not_enough() throws SQLException {
        execute("grant create on schema public to " + USER);

        assertThat(nightfill.nightfill("status").with(3).error())
                .contains("permission denied for database", "grant connect, create, temporary on database");
    }

    /** The first one that is looked at has the word schema in its name. */
    @ParameterizedTest
    @ValueSource(strings = {"flyway_schema_history", "order_line"})
    void tables_that_another_user_restored_are_told_too(String table) throws SQLException {
        execute("alter database " + name() + " owner to " + USER);
        nightfill.nightfill("status").with(0);
        execute("alter table %s owner to current_user".formatted(table));

        assertThat(nightfill.run(DATE).with(3).error())
                .contains("permission denied for table " + table)
                .contains("alter table … owner to " + USER, "pg_restore -O")
                .doesNotContain("alter database");
    }

    private String name() throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getCatalog();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
