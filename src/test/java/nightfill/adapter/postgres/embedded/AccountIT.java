package nightfill.adapter.postgres.embedded;

import static nightfill.adapter.postgres.embedded.TestHome.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.HomeOwner;
import nightfill.harness.Neighbour;
import nightfill.harness.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs root, who alone can become somebody else. */
class AccountIT {

    private static final Account.Ids ROOT = new Account.Ids(0, 0);
    private static final Account.Ids NOBODY = new Account.Ids(65534, 65534);

    private static final Pattern NEEDED = Pattern.compile("classes/?$|postgres|commons-|jna-|xz-|slf4j-api|logback");

    private static final String KNOCKING = """
            import socket, sys
            try:
                held = [socket.socket(socket.AF_UNIX) for i in range(50)]
                for knocking in held:
                    knocking.connect(sys.argv[1])
                print("let in")
            except PermissionError:
                print("denied")
            """;

    @TempDir
    static Path everybodys;

    @TempDir
    Path parent;

    private static Path programs = Path.of("");
    private static String classPath = "";

    private TestHome home;

    @BeforeAll
    static void showEverybodyTheProgram() throws IOException {
        assumeTrue(HomeOwner.weAreRoot(), "not root");
        open(everybodys);
        programs = Binaries.ofThisPlatform().unpackInto(new Layout(everybodys));
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (NEEDED.matcher(entry).find()) {
                copies.add(copy(Path.of(entry), everybodys.resolve(String.valueOf(copies.size()))));
            }
        }
        classPath = String.join(File.pathSeparator, copies);
    }

    /** A jar keeps its name, which tells the server's version. */
    private static String copy(Path entry, Path directory) throws IOException {
        if (Files.isRegularFile(entry)) {
            return Files.copy(entry, Files.createDirectory(directory).resolve(entry.getFileName()))
                    .toString();
        }
        try (Stream<Path> paths = Files.walk(entry)) {
            for (Path path : paths.toList()) {
                Files.copy(path, directory.resolve(entry.relativize(path)));
            }
        }
        return directory.toString();
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @BeforeEach
    void prepare() throws IOException {
        open(parent);
        home = TestHome.sharing(programs, parent);
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        home.close();
    }

    @Test
    void an_ordinary_user_runs_the_server_himself() throws Exception {
        giveHomeToNobody();
        visit(Neighbour.AS_NOBODY, Map.of());
        assertThat(Account.Ids.ofOwner(home.layout().data())).isEqualTo(NOBODY);
    }

    @Test
    void root_runs_it_for_the_owner_of_the_home() throws Exception {
        giveHomeToNobody();
        visit(List.of(), Map.of());
        assertThat(Account.Ids.ofOwner(home.layout().data())).isEqualTo(NOBODY);
        visit(Neighbour.AS_NOBODY, Map.of());
        visit(List.of(), Map.of());
        visit(Neighbour.AS_NOBODY, Map.of());
    }

    @Soak
    @Test
    void root_runs_it_as_somebody_else_where_there_are_no_user_namespaces() throws Exception {
        visit(List.of(), Map.of());
        assertThat(Account.Ids.ofOwner(home.layout().data())).isEqualTo(ROOT);
        visit(List.of(), withoutNamespaces());
        assertThat(Account.Ids.ofOwner(home.layout().data())).isNotEqualTo(ROOT);
        visit(List.of(), Map.of());
    }

    /** As Docker starts what it is not told to start as another user. */
    @Test
    void root_of_a_container_who_may_not_look_into_others_processes_runs_it_too() throws Exception {
        List<String> container = List.of("setpriv", "--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace");
        Map<String, String> environment = withoutNamespaces();
        visit(container, environment);
        assertThat(Account.Ids.ofOwner(home.layout().data())).isNotEqualTo(ROOT);
        try (Visitor killed = Visitor.start(home.path().toString(), container, classPath, environment)) {
            assertThat(killed.arrive()).startsWith("jdbc:postgresql://127.0.0.1/");
            killed.kill();
        }
        visit(container, environment);
    }

    /** Fifty would have all sessions; who is let in and says nothing has one for a minute. */
    @Test
    void nobody_else_may_so_much_as_knock() throws Exception {
        try (EmbeddedPostgres postgres = home.open()) {
            for (String socket : List.of(UnixSockets.NAME, "../data/" + UnixSockets.NAME)) {
                assertThat(knock(home.layout().data().resolve(socket))).isEqualTo("denied");
            }
            Files.setPosixFilePermissions(home.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
            open(home.layout().directory());
            open(home.layout().data());
            assertThat(knock(home.layout().data().resolve(UnixSockets.NAME)))
                    .as("its own mode")
                    .isEqualTo("denied");
            assertThat(query(postgres, "SELECT count(*) FROM pg_stat_activity WHERE client_port = -1"))
                    .isEqualTo("1");
        }
    }

    private static String knock(Path socket) {
        List<String> words = new ArrayList<>(Neighbour.AS_NOBODY);
        words.addAll(List.of("/usr/bin/python3", "-c", KNOCKING, socket.toString()));
        return Command.attempt(words).output();
    }

    private Map<String, String> withoutNamespaces() throws IOException {
        return Map.of("PATH", pathWith("id", "setpriv", "test").toString());
    }

    @Test
    void root_is_told_where_there_is_no_way() throws Exception {
        try (Visitor visitor = Visitor.start(
                home.path().toString(),
                List.of(),
                classPath,
                Map.of("PATH", pathWith().toString()))) {
            assertThat(visitor.arrive()).startsWith("REFUSED PostgreSQL does not run as root");
        }
    }

    @Test
    void a_user_without_a_name_is_told_how_to_get_one() throws Exception {
        Account.Ids nameless = new Account.Ids(54321, 54321);
        for (Path path : Durable.deepestFirst(home.path())) {
            nameless.own(path);
        }
        try (Visitor visitor = Visitor.start(
                home.path().toString(),
                List.of("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"),
                classPath,
                Map.of())) {
            assertThat(visitor.arrive()).startsWith("USAGE the user that runs Nightfill, 54321, has no name");
        }
    }

    private void visit(List<String> prefix, Map<String, String> environment) throws Exception {
        try (Visitor visitor = Visitor.start(home.path().toString(), prefix, classPath, environment)) {
            assertThat(visitor.arrive()).startsWith("jdbc:postgresql://127.0.0.1/");
            assertThat(visitor.leave()).isZero();
            assertThat(home.postmaster().isAbsent()).isTrue();
        }
    }

    private void giveHomeToNobody() throws IOException {
        for (Path path : Durable.deepestFirst(home.path())) {
            NOBODY.own(path);
        }
    }

    private Path pathWith(String... commands) throws IOException {
        Path directory = Files.createDirectory(parent.resolve("commands"));
        for (String command : commands) {
            Files.writeString(
                    directory.resolve(command), "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(command));
            open(directory.resolve(command));
        }
        return directory;
    }
}
