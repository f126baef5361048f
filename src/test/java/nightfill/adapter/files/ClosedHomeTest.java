package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedHomeTest {

    @TempDir
    Path root;

    private final List<String> warnings = new ArrayList<>();
    private Path home = Path.of("");

    @BeforeEach
    void choose() {
        home = root.resolve("lib/home");
    }

    @Test
    void a_new_home_and_what_is_made_in_it_are_closed() throws IOException {
        new ClosedHome(home).open(warnings::add);
        new ClosedHome(home).createDirectories(home.resolve("feeds/2026-11-20/run-1"));

        assertThat(modes("", "feeds", "feeds/2026-11-20", "feeds/2026-11-20/run-1"))
                .containsOnly("rwx------");
        assertThat(mode(ClosedHome.created(home.resolve("made")))).isEqualTo("rw-------");
        assertThat(mode(ClosedHome.closed(Files.createFile(home.resolve("copied")))))
                .isEqualTo("rw-------");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_directory_above_it_is_no_part_of_it() throws IOException {
        Path usual = Files.createDirectory(root.resolve("usual"));

        new ClosedHome(home).open(warnings::add);

        assertThat(mode(home.resolveSibling(""))).isEqualTo(mode(usual));
    }

    @ParameterizedTest
    @CsvSource({
        "rwxr-xr-x, rw-r--r--, 0755, 0644",
        "rwxrwx---, rw-rw----, 0770, 0660",
        "rwxrwxrwx, rwxrwxrwx, 0777, 0777",
        "rwx--x---, rw-----w-, 0710, 0602"
    })
    void what_was_opened_is_closed_again_and_named(String directories, String files, String shown, String shownFile)
            throws IOException {
        new ClosedHome(home).createDirectories(home.resolve("postgres/data"));
        ClosedHome.created(home.resolve("postgres/password"));
        open(directories, "", "postgres", "postgres/data");
        open(files, "postgres/password");

        new ClosedHome(home).open(warnings::add);

        assertThat(warnings)
                .containsExactly("warning: open to others until now, and closed again: %s (%s), postgres (%s),"
                                .formatted(home, shown, shown)
                        + " postgres/data (%s), postgres/password (%s)".formatted(shown, shownFile));
        assertThat(modes("", "postgres", "postgres/data")).containsOnly("rwx------");
        assertThat(modes("postgres/password")).containsOnly("rw-------");
    }

    @Test
    void whoever_finds_it_closed_says_nothing() throws IOException {
        new ClosedHome(home).createDirectories(home.resolve("postgres"));
        open("r-x------", "postgres");

        new ClosedHome(home).open(warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(modes("postgres")).containsOnly("r-x------");
    }

    @Test
    void a_home_behind_a_link_is_closed_and_links_in_it_are_not_followed() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Path large = Files.createDirectories(root.resolve("large"));
        Files.createSymbolicLink(elsewhere.resolve("feeds"), large);
        Files.createDirectories(home.resolveSibling(""));
        Files.createSymbolicLink(home, elsewhere);
        String before = mode(large);

        new ClosedHome(home).open(warnings::add);

        assertThat(mode(elsewhere)).isEqualTo("rwx------");
        assertThat(mode(large)).isEqualTo(before);
    }

    @Test
    void root_lets_the_servers_user_pass() throws IOException {
        new ClosedHome(home).open(warnings::add);

        assertThat(mode(ClosedHome.passage(home)))
                .isEqualTo(Integer.valueOf(0).equals(Files.getAttribute(home, "unix:uid")) ? "rwx--x--x" : "rwx------");
    }

    /** Only root can give a home away, and only root has to keep out of it. */
    @Test
    void root_works_in_no_home_of_another_user() throws IOException {
        Files.createDirectories(home);
        if (HomeOwner.isOfRoot(home)) {
            Files.setAttribute(home, "unix:uid", 65_534);
            String before = mode(home);

            assertThatThrownBy(() -> new ClosedHome(home).open(warnings::add))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
                        assertThat(problem.what()).matches(".*/lib/home belongs to .+, and root is not to work in it");
                    });
            assertThat(mode(home)).isEqualTo(before);
        } else {
            new ClosedHome(home).open(warnings::add);
            assertThat(mode(home)).isEqualTo("rwx------");
        }
    }

    @Test
    void what_cannot_be_closed_is_refused_with_the_mode_that_is_wanted() {
        // nobody, not even root, changes the modes there
        assertThatThrownBy(() -> new ClosedHome(Path.of("/proc/self")).open(warnings::add))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(problem.what())
                            .matches(
                                    "/proc/self, which belongs to .+, is open to others \\(mode 0555\\) and cannot be closed");
                    assertThat(problem.remedies().toString()).contains("mode 0700", "NAME_HOME");
                });
    }

    @Test
    void a_home_that_cannot_be_made_is_told_by_whoever_needs_it() throws IOException {
        Files.createFile(root.resolve("lib"));

        new ClosedHome(home).open(warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(root.resolve("lib")).isEmptyFile();
    }

    private void open(String mode, String... paths) throws IOException {
        for (String path : paths) {
            Files.setPosixFilePermissions(home.resolve(path), PosixFilePermissions.fromString(mode));
        }
    }

    private List<String> modes(String... paths) throws IOException {
        List<String> modes = new ArrayList<>();
        for (String path : paths) {
            modes.add(mode(home.resolve(path)));
        }
        return modes;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
