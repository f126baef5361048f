package nightfill.adapter.postgres.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nightfill.adapter.postgres.embedded.TestHome.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is so of every running server, seen at one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerIT {

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
    void listens_to_this_machine_alone_and_lets_nobody_in_unasked() throws Exception {
        assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(postgres, "SHOW unix_socket_directories")).isEmpty();
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

    private static String all(ProcessHandle process) throws IOException {
        Path files = Path.of("/proc/" + process.pid());
        return Files.readString(files.resolve("environ"), ISO_8859_1)
                + Files.readString(files.resolve("cmdline"), ISO_8859_1);
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
