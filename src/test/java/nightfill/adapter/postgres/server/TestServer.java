package nightfill.adapter.postgres.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The server of all test databases of this JVM, started by the first. */
record TestServer(String url, String user, String password) {

    /** Its home is kept, so that only the first build unpacks it, and shared by the JVMs of a build. */
    private static final Path HOME = Path.of("target", "test-home");

    /** Many processes at once are tested, and no crash of the server. */
    private static final String[] SETTINGS = {"max_connections = 200", "fsync = off", "full_page_writes = off"};

    private static final class Shared {
        private static final Deque<Runnable> LAST = new ArrayDeque<>();
        private static final TestServer SERVER = start(System.getProperty("nightfill.test.database", "embedded"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> LAST.forEach(Runnable::run)));
        }
    }

    static TestServer shared() {
        return Shared.SERVER;
    }

    /** What is to be done when this JVM ends, before what was asked for earlier. */
    static void atLast(Runnable task) {
        Shared.LAST.push(task);
    }

    private static TestServer start(String kind) {
        return switch (kind) {
            case "embedded" -> embedded();
            case "testcontainers" -> container();
            case "server" ->
                new TestServer(
                        variable("NIGHTFILL_TEST_DB_URL"),
                        variable("NIGHTFILL_TEST_DB_USER"),
                        variable("NIGHTFILL_TEST_DB_PASSWORD"));
            default -> throw new IllegalArgumentException("nightfill.test.database: " + kind);
        };
    }

    private static TestServer embedded() {
        EmbeddedPostgres postgres = openOneByOne();
        atLast(postgres::close);
        return of(postgres);
    }

    private static TestServer of(EmbeddedPostgres postgres) {
        return new TestServer(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** The first process that opens it sets it, before there is another one. */
    private static EmbeddedPostgres openOneByOne() {
        try {
            Files.createDirectories(HOME);
            try (FileChannel channel = FileChannel.open(
                            HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                EmbeddedPostgres postgres = EmbeddedPostgres.open(HOME);
                if (lock.isValid() && of(postgres).isSet()) {
                    return postgres;
                }
                postgres.close();
                return EmbeddedPostgres.open(HOME);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSet() {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet fsync = statement.executeQuery("show fsync")) {
            fsync.next();
            if (fsync.getString(1).equals("off")) {
                return true;
            }
            for (String setting : SETTINGS) {
                statement.execute("alter system set " + setting);
            }
            // to check a password takes a while on purpose, and tests connect very often
            statement.execute("set scram_iterations = 1");
            statement.execute("alter user %s password '%s'".formatted(user, password));
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("resource") // ends with the JVM
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        atLast(container::stop);
        return new TestServer(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    /** The URL of another database of this server. */
    String url(String database) {
        return url.replaceFirst("(//[^/]*/)[^?]*", "$1" + database);
    }
}
