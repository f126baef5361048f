package nightfill.adapter.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A home for one test, which shares the unpacked programs with the other tests and takes its server along when it goes. */
record TestHome(Path path, Layout layout) implements AutoCloseable {

    static TestHome in(Path parent) throws IOException {
        return sharing(Binaries.ofThisPlatform().unpackInto(Layout.below(Path.of("target", "test-home"))), parent);
    }

    static TestHome sharing(Path programs, Path parent) throws IOException {
        TestHome home = unprepared(parent);
        Path version = programs.resolveSibling("");
        Files.createSymbolicLink(home.layout.directory().resolve(version.getFileName()), version);
        return home;
    }

    /** One where nothing is unpacked yet. */
    static TestHome unprepared(Path parent) throws IOException {
        Path path = parent.resolve("a home");
        return new TestHome(path, Layout.below(path));
    }

    EmbeddedPostgres open() {
        return EmbeddedPostgres.open(path);
    }

    PostmasterFile postmaster() throws IOException {
        return PostmasterFile.read(layout.data());
    }

    /** Ends the server as a power failure does. */
    void killServer() throws IOException {
        ProcessHandle server = ProcessHandle.of(postmaster().pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Override
    public void close() throws IOException {
        ServerProcesses.of(layout.data()).kill();
        removeLink(layout.binaries(Binaries.ofThisPlatform().version()));
    }

    /** JUnit warns of links that lead out of what it deletes. */
    private static void removeLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Files.delete(path);
        }
    }
}
