package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only root can give away what is on the way to a home, and only root has to keep out of what others can change. */
class HomeOwnerTest {

    private static final int NOBODY = 65_534;
    private static final int STICKY = 0_1777;

    @TempDir
    Path root;

    private Path bobs = Path.of("");
    private Path own = Path.of("");

    @BeforeEach
    void neighbour() throws IOException {
        assumeTrue(HomeOwner.weAreRoot(), "not root");
        own = Files.createDirectory(root.resolve("own"));
        bobs = given(Files.createDirectory(root.resolve("bobs")));
    }

    @Test
    void no_link_in_a_neighbours_directory_leads_root_home() throws IOException {
        Path home = given(Files.createSymbolicLink(bobs.resolve("home"), own));

        assertRefused(home, "%s, on the way to the home %s, belongs to .+".formatted(bobs, home));
    }

    @Test
    void no_home_is_made_below_a_neighbours_directory() {
        Path home = bobs.resolve("made/home");

        assertRefused(home, "%s, on the way to the home %s, belongs to .+".formatted(bobs, home));
        assertThat(bobs).isEmptyDirectory();
    }

    @Test
    void no_home_of_roots_own_is_used_below_a_neighbours_directory() throws IOException {
        Path home = Files.createDirectory(bobs.resolve("home"));

        assertRefused(home, "%s, on the way to the home %s, belongs to .+".formatted(bobs, home));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void no_link_of_a_neighbour_leads_root_home_from_where_all_may_make_one() throws IOException {
        Path shared = mode(STICKY, Files.createDirectory(root.resolve("shared")));
        Path link = given(Files.createSymbolicLink(shared.resolve("link"), root));

        assertRefused(link.resolve("own"), "%s, on the way to the home %1$s/own, belongs to .+".formatted(link));
    }

    @Test
    void nothing_is_made_in_a_home_that_a_neighbour_made_in_the_meantime() throws IOException {
        Path shared = mode(STICKY, Files.createDirectory(root.resolve("shared")));
        Path home = shared.resolve("home");
        ClosedHome closed = new ClosedHome(home);
        closed.close(warning -> {});
        given(Files.createDirectory(home));

        assertThatThrownBy(() -> closed.createDirectories(home.resolve("manifests")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("%s belongs to".formatted(home));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void no_link_of_roots_leads_home_by_way_of_a_neighbour() throws IOException {
        Files.createSymbolicLink(bobs.resolve("on"), own);
        Path home = Files.createSymbolicLink(root.resolve("home"), Path.of("own/../bobs/on"));

        assertRefused(home, "%s, on the way to the home %s, belongs to .+".formatted(bobs, home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0777", "0775", "0757", "2775"})
    void no_home_is_in_a_directory_in_which_others_can_put_another(String mode) throws IOException {
        mode(Integer.parseInt(mode, 8), own);
        Path home = Files.createDirectory(own.resolve("home"));

        assertRefused(
                home,
                "%s, on the way to the home %s, can be written by others \\(mode %s\\)".formatted(own, home, mode));
        assertRefused(
                own.resolve("missing"),
                "%s, on the way to the home %1$s/missing, can be written by others \\(mode %s\\)".formatted(own, mode));
        assertThat(own.resolve("missing")).doesNotExist();
    }

    @Test
    void a_home_of_roots_own_is_where_all_may_make_one() throws IOException {
        mode(STICKY, own);

        assertTaken(own.resolve("way/home"));
        assertTaken(Files.createDirectory(own.resolve("made")));
    }

    @Test
    void roots_own_links_lead_home() throws IOException {
        Files.createDirectory(own.resolve("large"));
        Files.createSymbolicLink(own.resolve("relative"), Path.of("../own/./large"));
        Path home = Files.createSymbolicLink(own.resolve("absolute"), own.resolve("relative"));

        assertTaken(home);
        assertTaken(home.resolve("made"));
    }

    @Test
    void a_home_itself_is_closed_rather_than_refused() throws IOException {
        assertTaken(Neighbour.opened(own));
    }

    @Test
    void links_in_a_circle_are_told_by_whoever_needs_the_home() throws IOException {
        Path home = Files.createSymbolicLink(root.resolve("home"), root.resolve("home"));

        new ClosedHome(home).open(warning -> {});

        assertThat(home).isSymbolicLink();
    }

    @Test
    void who_could_change_the_program_may_own_what_leads_to_it() throws IOException {
        Path program =
                Files.createFile(Files.createDirectory(bobs.resolve("target")).resolve("program.jar"));
        Path home = Files.createDirectory(bobs.resolve("var"));

        new WayHome(home, program.toRealPath()).require();

        given(home);
        assertThatThrownBy(() -> new WayHome(home, program.toRealPath()).require())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("%s belongs to".formatted(home));
    }

    @Test
    void no_log_is_written_where_root_is_not_to_work() throws IOException {
        Path home = given(Files.createSymbolicLink(bobs.resolve("home"), own));

        assertThatThrownBy(() -> new ClosedLog<>()
                        .openFile(home.resolve("logs/nightfill.log").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("and root is not to work in it");
        assertThat(own).isEmptyDirectory();
    }

    private void assertRefused(Path home, String what) {
        assertThatThrownBy(() -> new ClosedHome(home).open(warning -> {}))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(problem.what()).matches(what + ", and root is not to work in it");
                    assertThat(problem.remedies().toString()).contains("NAME_HOME");
                });
        for (Path closed : List.of(own, bobs)) {
            assertThat(closed)
                    .satisfies(kept -> assertThat(Files.getPosixFilePermissions(kept))
                            .isNotEqualTo(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void assertTaken(Path home) throws IOException {
        new ClosedHome(home).open(warning -> {});

        assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private static Path given(Path path) throws IOException {
        return Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path mode(int mode, Path path) throws IOException {
        return Files.setAttribute(path, "unix:mode", mode);
    }
}
