package nightfill.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files and directories whose names are bytes that are no text, as other programs may choose them. */
@Timeout(30)
class StrangeNamesTest {

    @TempDir
    private Path root;

    @Test
    void a_tree_is_removed_whatever_its_names_are() throws Exception {
        run("mkdir -p tree/$(printf 'd\\377')/inner/$(printf '\\376') && touch tree/$(printf 'd\\377')/inner/file");
        run("touch tree/$(printf 'f\\377') && ln -s \"$PWD\" tree/$(printf 'l\\377')");

        try (OpenDirectory open = OpenDirectory.of(root)) {
            new Entry(open, "tree").remove();
            assertThat(open.entries()).isEmpty();
        }
    }

    @Test
    void what_was_left_aside_is_removed_whatever_its_names_are() throws Exception {
        Path left = left();
        run("cd %s && touch $(printf 'f\\377')".formatted(left));

        Aside.of(root.resolve("report")).clear();

        assertThat(left).doesNotExist();
    }

    @Test
    void a_directory_whose_name_is_no_text_is_one() throws Exception {
        Path left = left();
        run("cd %s && mkdir $(printf 'd\\377') && touch file $(printf 'f\\377')".formatted(left));

        Aside.of(root.resolve("report")).clear();

        assertThat(Entries.of(left)).hasSize(3);
    }

    private Path left() throws IOException {
        return Files.createDirectory(root.resolve(".report." + UUID.randomUUID()));
    }

    private void run(String script) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", script)
                .directory(root.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
    }
}
