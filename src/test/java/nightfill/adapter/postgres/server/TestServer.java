package nightfill.adapter.postgres.server;

import java.nio.file.Path;
import java.util.Objects;
import nightfill.adapter.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The server of all test databases of this JVM, started by the first. */
record TestServer(String url, String user, String password) {

    private static final class Shared {
        private static final TestServer SERVER = start(System.getProperty("nightfill.test.database", "embedded"));
    }

    static TestServer shared() {
        return Shared.SERVER;
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

    /** Its home is kept, so that only the first build unpacks it. */
    private static TestServer embedded() {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of("target", "test-home"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return new TestServer(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @SuppressWarnings("resource") // ends with the JVM
    private static TestServer container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
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
