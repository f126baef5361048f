package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.publish.PublishPlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees that others may have grown until whoever goes into them runs out of something. */
@Timeout(60)
class DeepTreesTest {

    private static final int BOTTOMLESS = 6000;
    private static final String TOO_DEEP = ": more than 200 levels of directories";

    @TempDir
    private Path root;

    private TwoDirectories two;

    @BeforeEach
    void begin() {
        two = new TwoDirectories(root).unrecorded().with("source/a=1", "destination/a=1");
    }

    /** What clears up after tests goes no deeper than any other program in Java. */
    @AfterEach
    void remove() throws Exception {
        for (Path tree : List.of(two.source(), two.destination())) {
            new ProcessBuilder("rm", "-r", tree.toString()).start().waitFor();
        }
    }

    @Test
    void one_in_the_source_of_a_sync_is_told_by_its_top() throws IOException {
        grow(two.source(), BOTTOMLESS);
        assertThatThrownBy(two::sync)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(two.source().resolve("d") + TOO_DEEP);
    }

    @Test
    void one_in_the_destination_of_a_sync_is_told_by_its_top() throws IOException {
        grow(two.destination(), BOTTOMLESS);
        assertThatThrownBy(two::sync)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(two.destination().resolve("d") + TOO_DEEP);
    }

    @Test
    void one_in_a_directory_to_publish_in_is_no_matter_of_the_night() throws IOException {
        grow(two.destination(), BOTTOMLESS);
        PublishPlaces places = new PublishPlaces(new FilesystemSyncFiles(), List.of());
        assertThatCode(() -> places.require(two.destination(), List.of(two.source())))
                .doesNotThrowAnyException();
    }

    @Test
    void one_that_is_to_be_verified_is_told_by_its_top() throws IOException {
        grow(two.source(), BOTTOMLESS);
        assertThatThrownBy(() -> new FilesystemFileTree().list(two.source()))
                .isExactlyInstanceOf(FileSystemException.class)
                .hasMessage(two.source().resolve("d") + TOO_DEEP);
    }

    @Test
    void one_that_is_to_be_removed_is_told_by_its_top() throws IOException {
        grow(two.source(), BOTTOMLESS);
        try (OpenDirectory source = OpenDirectory.of(two.source())) {
            assertThatThrownBy(new Entry(source, "d")::remove)
                    .isExactlyInstanceOf(FileSystemException.class)
                    .hasMessage(two.source().resolve("d") + TOO_DEEP);
        }
    }

    @Test
    void a_way_into_one_is_not_gone() throws IOException {
        grow(two.source(), BOTTOMLESS);
        try (OpenDirectory source = OpenDirectory.of(two.source())) {
            assertThatThrownBy(() -> Entry.at(source, "d/".repeat(BOTTOMLESS) + "file", Entry::place))
                    .isExactlyInstanceOf(FileSystemException.class)
                    .hasMessage(two.source().resolve("d") + TOO_DEEP);
        }
    }

    @Test
    void as_many_levels_as_anybody_needs_are_synced_verified_and_removed() throws IOException {
        grow(two.source(), 200);
        Path deepest = two.source().resolve("d/".repeat(200)).resolve("file");
        Files.writeString(deepest, "deep");

        two.sync();

        two.assertEqual("200 levels");
        assertThat(new FilesystemFileTree().list(two.destination())).hasSize(202);
        Files.delete(deepest);
        Files.delete(deepest.resolveSibling(""));
        two.sync();
        two.assertEqual("one level less");
        try (OpenDirectory destination = OpenDirectory.of(two.destination())) {
            new Entry(destination, "d").remove();
            assertThat(destination.names()).containsExactly("a");
        }
    }

    private static void grow(Path top, int levels) throws IOException {
        OpenDirectory reached = OpenDirectory.of(top);
        for (int level = 0; level < levels; level++) {
            try (OpenDirectory outer = reached) {
                reached = outer.make("d");
            }
        }
        reached.close();
    }
}
