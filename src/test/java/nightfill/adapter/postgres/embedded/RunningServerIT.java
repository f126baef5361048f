package nightfill.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nightfill.adapter.postgres.embedded.TestHome.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightfill.adapter.files.Entries;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is so of every running server, seen at one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerIT {

    private static final String CANCELLED = "57014";
    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'";

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private TestHome home;
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start(@TempDir Path parent) throws IOException {
        home = TestHome.in(parent);
        postgres = home.open();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
        home.close();
    }

    @Test
    void nobody_enters_without_the_password() {
        for (String guess : List.of("", "guess")) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), guess))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void listens_on_a_socket_that_only_its_owner_may_use_and_on_no_port() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.layout().data().resolve(UnixSockets.NAME))))
                .isEqualTo("rwx------");
        Set<String> sockets = new HashSet<>();
        for (ProcessHandle process : ServerProcesses.of(home.layout().data()).handles()) {
            sockets.addAll(socketsOf(Path.of("/proc", String.valueOf(process.pid()))));
        }
        assertThat(sockets).isNotEmpty().doesNotContainAnyElementsOf(socketsOfNetworks());
    }

    private static Set<String> socketsOf(Path process) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (Path open : Entries.of(process.resolve("fd"))) {
            Matcher socket = SOCKET.matcher(Files.readSymbolicLink(open).toString());
            if (socket.matches()) {
                sockets.add(socket.group(1));
            }
        }
        return sockets;
    }

    /** Their tenth column, as of proc_net(5). */
    private static Set<String> socketsOfNetworks() throws IOException {
        Set<String> sockets = new HashSet<>();
        for (Path table : Entries.of(Path.of("/proc/self/net"), "(tcp|udp|raw)6?")) {
            Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split(" +", -1)[9])
                    .forEach(sockets::add);
        }
        return sockets;
    }

    @Test
    void a_statement_is_cancelled_and_its_session_goes_on() throws Exception {
        try (Connection session = connect();
                Statement statement = session.createStatement()) {
            CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> {
                await().until(() -> query(postgres, SLEEPING).equals("1"));
                Uncheck.run(() -> cancel(statement));
            });
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(CANCELLED));
            cancelling.join();
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
    }

    private static void cancel(Statement statement) throws IOException {
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_statement_may_have_a_limit_of_time() throws Exception {
        try (Connection session = connect();
                Statement statement = session.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(CANCELLED));
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
    }

    @Test
    void an_answer_may_have_a_limit_of_time_and_the_session_then_ends() throws Exception {
        try (Connection session = connect();
                Statement statement = session.createStatement()) {
            session.setNetworkTimeout(Runnable::run, 500);
            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
            assertThat(session.isClosed()).isTrue();
        }
    }

    @Test
    void a_session_that_is_broken_off_ends_its_statement() throws Exception {
        try (Connection session = connect();
                Statement statement = session.createStatement()) {
            CompletableFuture<Boolean> working =
                    CompletableFuture.supplyAsync(() -> failed(() -> statement.execute("SELECT pg_sleep(60)")));
            await().until(() -> query(postgres, SLEEPING).equals("1"));
            session.abort(Runnable::run);
            assertThat(working.get(5, TimeUnit.SECONDS)).isTrue();
            await().until(() -> query(postgres, SLEEPING).equals("0"));
        }
    }

    private static boolean failed(Callable<Boolean> work) {
        try {
            return !work.call();
        } catch (Exception e) {
            return true;
        }
    }

    private Connection connect() throws SQLException {
        Connection session = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        try (Statement statement = session.createStatement()) {
            // it is noticed when its client has gone
            statement.execute("SET client_connection_check_interval = '200ms'");
        }
        return session;
    }

    @Test
    void lets_nobody_in_unasked() throws Exception {
        assertThat(query(postgres, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
    }

    @Test
    void only_their_owner_can_read_its_files() throws Exception {
        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(permissions("password")).isEqualTo("rw-------");
        assertThat(permissions("server.log")).isEqualTo("rw-------");
        assertThat(commandLines()).doesNotContain(postgres.password());
    }

    @Test
    void its_processes_know_no_secret_of_whoever_started_them(@TempDir Path parent) throws Exception {
        try (TestHome another = TestHome.in(parent);
                Visitor visitor = Visitor.start(
                        another.path().toString(),
                        List.of(),
                        System.getProperty("java.class.path"),
                        Map.of("NIGHTFILL_DB_PASSWORD", "secret", "NIGHTFILL_KEY_STORE_PASSWORD", "secret"))) {
            assertThat(visitor.arrive()).startsWith("jdbc:postgresql:");
            ProcessHandle server = ProcessHandle.of(another.postmaster().pid()).orElseThrow();
            assertThat(Stream.concat(Stream.of(server), server.descendants()))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(process -> assertThat(all(process)).doesNotContain("NIGHTFILL", "secret"));
            assertThat(visitor.leave()).isZero();
        }
    }

    /** The server's helpers come and go: one that has ended meanwhile knows nothing. */
    private static String all(ProcessHandle process) throws IOException {
        Path files = Path.of("/proc/" + process.pid());
        try {
            return Files.readString(files.resolve("environ"), ISO_8859_1)
                    + Files.readString(files.resolve("cmdline"), ISO_8859_1);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw e;
            }
            return "";
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.layout().directory().resolve(file)));
    }

    private static String commandLines() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .reduce("", String::concat);
    }

    @Test
    void is_durable_and_the_same_everywhere() throws Exception {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(query(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(
                        postgres,
                        "SELECT concat(datlocprovider, datlocale) FROM pg_database WHERE datname = 'postgres'"))
                .isEqualTo("bC.UTF-8");
    }

    @Test
    void a_terminals_ctrl_c_does_not_reach_it() throws Exception {
        assertThat(session(home.postmaster().pid())).isEqualTo(home.postmaster().pid());
    }

    /** The sixth field of Linux's stat, the second being a name in brackets. */
    private static int session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    }
}
