package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.verify.FileTree;
import nightfill.application.verify.FileTreeContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesystemFileTreeTest extends FileTreeContract {

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_interrupt_ends_it_while_it_hashes(int files) throws IOException {
        List<String> names = List.of("a", "b").subList(0, files);
        for (String name : names) {
            makeLarge(name);
        }
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> tree().contents(root, names))
                .isInstanceOf(Problem.class)
                .hasMessage(root + " cannot be read: it was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Whoever names a directory may name a link to it. */
    @Test
    void a_tree_may_be_named_by_a_link() throws IOException {
        Files.createDirectories(root.resolve("tree/inner"));
        Files.writeString(root.resolve("tree/inner/a"), "rows");
        Path link = Files.createSymbolicLink(root.resolve("link"), Path.of("tree"));

        assertThat(tree().list(link)).containsKey("inner/a");
        assertThat(tree().text(link, "inner/a")).contains("rows");
        assertThat(tree().contents(link, List.of("inner/a")).get("inner/a"))
                .extracting(FileTree.Reading::trouble)
                .isEqualTo("");
    }

    /** Takes much longer to hash than to notice an interrupt. */
    private void makeLarge(String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
            file.setLength(1L << 30);
        }
    }

    @Override
    protected FileTree tree() {
        return new FilesystemFileTree();
    }

    @Override
    protected Path root() {
        return root;
    }

    @Override
    protected void write(String path, String text) {
        TwoDirectories.write(root.resolve(path), text);
    }

    @Override
    protected void writeBytes(String path) throws IOException {
        Files.write(root.resolve(path), new byte[] {(byte) 0xFF});
    }

    @Override
    protected void makeDirectory(String path) throws IOException {
        Files.createDirectories(root.resolve(path));
    }

    @Override
    protected void makeLink(String path) throws IOException {
        Files.createSymbolicLink(root.resolve(path), root);
    }

    @Override
    protected void makePipe(String path) throws IOException {
        TwoDirectories.makePipe(root.resolve(path));
    }
}
