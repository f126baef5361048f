package nightfill.bench.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;

/** Nightfill's own PostgreSQL, with the settings that it has, kept running between the commands. */
final class BenchServer implements AutoCloseable {

    /** The database that nights work in. */
    static final String NIGHTS = "postgres";

    private static final String NOTHING = "template0";

    /** Where databases are made from, because nobody may be in the one that is copied. */
    private static final String OFFICE = "template1";

    private final EmbeddedPostgres server;

    BenchServer(Path home) {
        this.server = EmbeddedPostgres.open(home);
    }

    /** Replaces that database by an empty one. */
    void empty(String database) throws SQLException {
        copy(NOTHING, database);
    }

    /** Makes one database equal to another; nobody may be in either. */
    void copy(String from, String to) throws SQLException {
        execute(
                "drop database if exists %s with (force)".formatted(to),
                "create database %s template %s strategy file_copy".formatted(to, from));
    }

    void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    /** Returns what the server says of that setting. */
    String shows(String setting) throws SQLException {
        try (Connection connection = connect(OFFICE);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = connect(OFFICE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
