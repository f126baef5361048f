package nightfill.application.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.application.verify.FileTree.Kind;
import nightfill.application.verify.FileTree.Reading;
import nightfill.domain.proof.Sha256;
import org.junit.jupiter.api.Test;

/** What everyone who looks at directories must do. */
public abstract class FileTreeContract {

    protected abstract FileTree tree();

    /** A directory that is there and empty. */
    protected abstract Path root();

    protected abstract void write(String path, String text) throws IOException;

    /** Writes what is no UTF-8. */
    protected abstract void writeBytes(String path) throws IOException;

    protected abstract void makeDirectory(String path) throws IOException;

    /** Lets a link to the root be there. */
    protected abstract void makeLink(String path) throws IOException;

    /** Lets something be there that is neither a file, a directory nor a link. */
    protected abstract void makePipe(String path) throws IOException;

    @Test
    void a_directory_is_told_by_its_own_path() throws IOException {
        makeDirectory("a");
        write("file", "text");

        assertThat(tree().directory(at("a"))).contains(at("a"));
        assertThat(tree().directory(at("a/../a"))).contains(at("a"));
        assertThat(tree().directory(at("file"))).isEmpty();
        assertThat(tree().directory(at("missing"))).isEmpty();
    }

    @Test
    void what_is_missing_can_be_made_a_directory_where_no_file_is_in_the_way() throws IOException {
        write("file", "text");

        assertThat(tree().canBeDirectory(root())).isTrue();
        assertThat(tree().canBeDirectory(at("missing/deep"))).isTrue();
        assertThat(tree().canBeDirectory(at("file"))).isFalse();
        assertThat(tree().canBeDirectory(at("file/below"))).isFalse();
    }

    @Test
    void everything_below_is_listed_by_what_it_is_in_the_order_of_code_points() throws IOException {
        write("b/c.csv", "1");
        write("a.csv", "2");
        write("B", "3");
        makeDirectory("b/empty");
        makeLink("b/link");
        makePipe("z");

        assertThat(tree().list(root()))
                .containsExactly(
                        Map.entry("B", Kind.FILE),
                        Map.entry("a.csv", Kind.FILE),
                        Map.entry("b", Kind.DIRECTORY),
                        Map.entry("b/c.csv", Kind.FILE),
                        Map.entry("b/empty", Kind.DIRECTORY),
                        Map.entry("b/link", Kind.LINK),
                        Map.entry("z", Kind.OTHER));
        assertThat(tree().list(at("b"))).containsOnlyKeys("c.csv", "empty", "link");
    }

    @Test
    void what_is_not_there_cannot_be_listed() {
        assertThatIOException().isThrownBy(() -> tree().list(at("missing")));
    }

    @Test
    void a_text_is_read_if_it_is_one() throws IOException {
        write("a/text", "Größe\n");
        writeBytes("bytes");
        makeLink("link");

        assertThat(tree().text(root(), "a/text")).contains("Größe\n");
        assertThat(tree().text(root(), "bytes")).isEmpty();
        assertThatIOException().isThrownBy(() -> tree().text(root(), "missing"));
        assertThatIOException().isThrownBy(() -> tree().text(root(), "link"));
    }

    @Test
    void of_each_file_its_content_is_told_or_why_it_cannot_be_read() throws IOException {
        write("a/b", "12");
        makeLink("link");

        Map<String, Reading> contents = tree().contents(root(), List.of("a/b", "a/b", "missing", "link"));

        assertThat(contents).containsOnlyKeys("a/b", "missing", "link");
        assertThat(contents).containsEntry("a/b", new Reading(Sha256.of(new byte[] {'1', '2'}), 2, ""));
        assertThat(contents)
                .hasEntrySatisfying("missing", it -> assertThat(it.trouble()).contains("is missing"));
        assertThat(contents).hasEntrySatisfying("link", it -> {
            assertThat(it.trouble()).contains("link");
            assertThat(it.sha256()).isEmpty();
        });
    }

    private Path at(String path) {
        return root().resolve(path);
    }
}
