package nightfill.adapter.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database for a test, dropped when closed; the system property {@code nightfill.test.database} names the
 * server: {@code embedded} (the default), {@code testcontainers}, or {@code server} for that of NIGHTFILL_TEST_DB_URL,
 * NIGHTFILL_TEST_DB_USER and NIGHTFILL_TEST_DB_PASSWORD.
 */
public final class TestDatabase implements AutoCloseable {

    /** The same on each server, whatever its defaults. */
    private static final String ALIKE = " TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'";

    private final TestServer server;
    private final String name;

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public static TestDatabase create() {
        return create(TestServer.shared(), ALIKE);
    }

    /** One with all tables and an identity of its own. */
    public static TestDatabase migrated() {
        TestDatabase database = Template.DATABASE.copy();
        database.tell(database.url(), "UPDATE identity SET database_id = DEFAULT");
        return database;
    }

    /** A statement that empties all tables but these, also one that refuses it. */
    public static String emptyExcept(String... tables) {
        return """
                do $$ declare names text; begin
                    select string_agg(format('%%I.%%I', schemaname, tablename), ', ') into names
                    from pg_tables
                    where schemaname in ('public', 'undone') and tablename <> all ('{%s}');
                    if names is not null then
                        alter table urgent_line disable trigger user;
                        execute 'truncate ' || names || ' restart identity';
                        alter table urgent_line enable trigger user;
                        insert into identity default values on conflict do nothing;
                    end if;
                end $$
                """.formatted(String.join(",", tables));
    }

    /** Migrated once, for migrating takes much longer than copying. */
    private static final class Template {
        private static final TestDatabase DATABASE = create();

        static {
            TestServer.atLast(DATABASE::close);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(DATABASE.url());
            source.setUser(DATABASE.user());
            source.setPassword(DATABASE.password());
            new Schema(source).migrate();
        }
    }

    /** Another database, with all that is in this one now, as if restored from a backup; nobody may be connected. */
    public TestDatabase copy() {
        // of a program that has ended, a session may take a while to end on a busy server, which itself waits for 5 s
        await().atMost(1, TimeUnit.MINUTES)
                .untilAsserted(() -> assertThat(sessions()).isEmpty());
        return create(server, " TEMPLATE " + name);
    }

    private static TestDatabase create(TestServer server, String kind) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase database = new TestDatabase(server, name);
        database.tell("CREATE DATABASE " + name + kind);
        // what a crash would lose is of no interest to a test, and waiting for the disk takes most of its time
        database.tell("ALTER DATABASE " + name + " SET synchronous_commit = off");
        return database;
    }

    public String url() {
        return server.url(name);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    @Override
    public void close() {
        tell("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private List<String> sessions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), user(), password());
                PreparedStatement query = connection.prepareStatement("""
                        select concat_ws(' ', backend_type, application_name, state, wait_event, query)
                        from pg_stat_activity where datname = ?
                        """)) {
            query.setString(1, name);
            ResultSet row = query.executeQuery();
            List<String> sessions = new ArrayList<>();
            while (row.next()) {
                sessions.add(row.getString(1));
            }
            return sessions;
        }
    }

    private void tell(String sql) {
        tell(server.url(), sql);
    }

    private void tell(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
