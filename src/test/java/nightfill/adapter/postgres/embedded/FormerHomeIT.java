package nightfill.adapter.postgres.embedded;

import static nightfill.adapter.postgres.embedded.TestHome.execute;
import static nightfill.adapter.postgres.embedded.TestHome.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes of the former Nightfill, whose servers listened on a port. */
class FormerHomeIT {

    /** What it wrote, but for what is written still. */
    private static final String SETTINGS = """
            # Nightfill writes this file at each start. Your own settings: ALTER SYSTEM SET ...
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 50
            """;

    /** As one of its processes did. */
    private static final String USING = """
            import fcntl, sys
            users = open(sys.argv[1], "r+")
            fcntl.lockf(users, fcntl.LOCK_SH)
            print("using", flush=True)
            sys.stdin.read()
            """;

    private TestHome home;

    @BeforeEach
    void leaveAHome(@TempDir Path parent) throws Exception {
        home = TestHome.in(parent);
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.layout().data().resolve("postgresql.conf"), SETTINGS.formatted(free.getLocalPort()));
        }
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        home.close();
    }

    private ProcessHandle start() throws IOException {
        Layout layout = home.layout();
        Command start = Account.forServerIn(layout)
                .run(
                        Binaries.ofThisPlatform().unpackInto(layout).resolve("pg_ctl"),
                        "start",
                        "--pgdata=" + layout.data(),
                        "--wait",
                        "--log=" + layout.log());
        assertThat(start.succeeded()).as(start.output()).isTrue();
        return ProcessHandle.of(home.postmaster().pid()).orElseThrow();
    }

    private void assertServes() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(query(postgres, "SHOW listen_addresses")).isEmpty();
        }
    }

    @Test
    void are_taken_up_and_listen_on_a_port_no_more() throws Exception {
        assertServes();
        assertThat(home.layout().data().resolve("postgresql.conf")).content().contains("listen_addresses = ''");
    }

    @Test
    void a_server_that_nobody_uses_any_more_is_stopped() throws Exception {
        ProcessHandle former = start();
        assertServes();
        await().until(() -> !former.isAlive());
    }

    @Test
    void a_server_that_is_in_use_is_left_to_whoever_uses_it() throws Exception {
        ProcessHandle former = start();
        Process user = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        USING,
                        home.layout().usersLock().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream said = user.getInputStream()) {
            assertThat(new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8)).readLine())
                    .isEqualTo("using");
            assertThatThrownBy(home::open)
                    .isInstanceOfSatisfying(
                            Problem.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("is in use by a Nightfill of a former version");
            assertThat(former.isAlive()).isTrue();
        } finally {
            user.destroyForcibly().waitFor();
        }
        assertServes();
    }
}
