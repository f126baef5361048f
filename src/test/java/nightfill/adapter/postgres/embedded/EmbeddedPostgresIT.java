package nightfill.adapter.postgres.embedded;

import static nightfill.adapter.postgres.embedded.TestHome.execute;
import static nightfill.adapter.postgres.embedded.TestHome.query;
import static nightfill.application.problem.Problems.failed;
import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    Path parent;

    private TestHome home;

    @BeforeEach
    void prepare() throws IOException {
        home = TestHome.in(parent);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        home.close();
    }

    @Test
    void data_survives_closing_and_opening() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void uses_within_one_process_share_one_server_and_the_last_to_close_stops_it() throws Exception {
        EmbeddedPostgres one = home.open();
        EmbeddedPostgres other = home.open();
        assertThat(other.jdbcUrl()).isEqualTo(one.jdbcUrl());
        one.close();
        one.close();
        assertThat(query(other, "SELECT 'still here'")).isEqualTo("still here");
        other.close();
        assertThat(home.postmaster().isAbsent()).isTrue();
    }

    @Test
    void processes_share_one_server_and_the_last_to_leave_stops_it() throws Exception {
        EmbeddedPostgres postgres = home.open();
        try (Visitor visitor = Visitor.of(home.path())) {
            assertThat(visitor.arrive()).isEqualTo(postgres.jdbcUrl());
            postgres.close();
            assertThat(home.postmaster().isAlive()).isTrue();
            assertThat(visitor.leave()).isZero();
            assertThat(home.postmaster().isAbsent()).isTrue();
        }
    }

    @Test
    void a_server_that_outlived_a_killed_process_is_taken_up() throws Exception {
        try (Visitor visitor = Visitor.of(home.path())) {
            String url = visitor.arrive();
            int pid = home.postmaster().pid();
            visitor.kill();
            try (EmbeddedPostgres postgres = home.open()) {
                assertThat(postgres.jdbcUrl()).isEqualTo(url);
                assertThat(home.postmaster().pid()).isEqualTo(pid);
            }
            assertThat(home.postmaster().isAbsent()).isTrue();
        }
    }

    @Test
    void what_was_committed_survives_a_killed_server() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "CREATE TABLE committed AS SELECT 42 AS answer");
            home.killServer();
            try (EmbeddedPostgres again = home.open()) {
                assertThat(query(again, "SELECT answer FROM committed")).isEqualTo("42");
                assertThat(again.jdbcUrl()).as("those who used the dead server").isEqualTo(postgres.jdbcUrl());
            }
        }
    }

    @Soak
    @Test
    void a_dead_servers_process_number_may_be_a_strangers_by_now() throws Exception {
        home.open();
        home.killServer();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        for (String named : List.of("postmaster.pid", UnixSockets.NAME + ".lock")) {
            Path file = home.layout().data().resolve(named);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, String.valueOf(stranger.pid()));
            Files.write(file, lines);
        }
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_stop_is_finished_although_the_thread_is_interrupted() throws Exception {
        EmbeddedPostgres postgres = home.open();
        Thread.currentThread().interrupt();
        postgres.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(home.postmaster().isAbsent()).isTrue();
    }

    @Test
    void what_a_killed_process_left_half_made_is_not_taken_for_whole() throws Exception {
        Path data =
                Files.createDirectories(home.layout().unfinished(home.layout().data()));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createFile(home.layout().unfinished(home.layout().password()));
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_newer_nightfills_settings_take_effect_and_the_operators_own_win() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            execute(postgres, "ALTER SYSTEM SET work_mem = '5MB'");
            execute(postgres, "ALTER SYSTEM SET listen_addresses = '*'");
            execute(postgres, "ALTER SYSTEM SET port = 5433");
        }
        Files.writeString(home.layout().data().resolve("postgresql.conf"), "fsync = off");
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW work_mem")).isEqualTo("5MB");
            assertThat(query(postgres, "SHOW listen_addresses"))
                    .as("but not to where Nightfill looks for it")
                    .isEmpty();
        }
    }

    @Test
    void another_versions_data_is_refused() throws Exception {
        home.open().close();
        Files.writeString(home.layout().data().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(home::open)
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("was made by PostgreSQL 17, this Nightfill brings 18");
    }

    @Soak
    @Test
    void a_lost_password_is_refused() throws Exception {
        home.open().close();
        Files.delete(home.layout().password());
        assertThatThrownBy(home::open).isInstanceOf(Problem.class).hasMessageContaining("password is missing");
        Files.writeString(home.layout().password(), "guess");
        assertThatThrownBy(home::open).isInstanceOf(Problem.class).hasMessageContaining("is not that of");
    }

    @Test
    void a_server_that_cannot_start_tells_why() throws Exception {
        home.open().close();
        Files.writeString(home.layout().data().resolve("postgresql.auto.conf"), "work_mem = 'plenty'");
        assertThat(said(failed(home::open)))
                .contains("postgresql.auto.conf", "server.log")
                .doesNotContain("\n");
    }

    @Test
    void a_home_that_cannot_be_written_is_a_problem_of_one_line() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThat(said(failed(() -> EmbeddedPostgres.open(file.resolve("home")))))
                .contains(file.toString(), "; NAME_HOME, NAME_SERVER")
                .doesNotContain("\n");
    }

    @Test
    void a_home_may_be_far_down() throws Exception {
        Path deep = Files.createDirectories(parent.resolve("a long way down/".repeat(25)));
        try (TestHome far = TestHome.in(deep);
                EmbeddedPostgres postgres = far.open()) {
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void a_home_whose_name_a_shell_would_take_apart_is_refused() {
        assertThat(said(refused(() -> EmbeddedPostgres.open(parent.resolve("cash $HOME")))))
                .contains("cash $HOME", "; NAME_HOME, NAME_SERVER");
    }

    @Soak
    @Test
    void a_server_in_another_container_is_not_given_a_rival() throws Exception {
        try (Visitor visitor = Visitor.of(home.path())) {
            visitor.arrive();
            home.killServer();
            Files.writeString(home.layout().machine(), "another boot");
            assertThatThrownBy(home::open)
                    .isInstanceOfSatisfying(
                            Problem.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
            visitor.kill();
        }
        try (EmbeddedPostgres postgres = home.open()) {
            assertThat(query(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }
}
