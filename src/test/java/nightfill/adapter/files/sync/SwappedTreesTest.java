package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Entry;
import nightfill.application.problem.Problem;
import nightfill.domain.proof.Content;
import nightfill.harness.Neighbour;
import org.apache.commons.io.function.IOConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who may write to the trees of a sync, while it is at work: nothing outside of them changes. */
@Timeout(120)
class SwappedTreesTest {

    /** Leads a directory of the tree elsewhere, and back, as fast as it can; and the one in which files are made. */
    private static final String SWAPPER = """
            import os, sys
            tree, other = sys.argv[1:]
            print("ready", flush=True)
            while True:
                for name in "sub", ".nightfill-sync":
                    place = os.path.join(tree, name)
                    try:
                        os.rename(place, place + ".aside")
                        os.symlink(other, place)
                        os.unlink(place)
                        os.rename(place + ".aside", place)
                    except OSError:
                        pass
            """;

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() throws IOException {
        two = new TwoDirectories(root).unrecorded();
        two.with("source/sub/a=1", "destination/sub/a=0", "destination/sub/gone=0", "destination/kept=0");
        two.with("other/a=precious", "other/gone=precious", "other/lock=precious", "other/1=precious");
        Neighbour.opened(root);
    }

    @Test
    void a_destination_of_which_a_part_is_swapped_two_hundred_times_leads_nowhere_else() throws Exception {
        Neighbour.opened(two.destination());
        try (Neighbour swapper = Neighbour.doing(SWAPPER, two.destination(), root.resolve("other"))) {
            for (int round = 1; round <= 200; round++) {
                two.with("source/sub/a=" + round);
                boolean more = round % 2 == 0;
                if (more) {
                    two.with("source/sub/gone=" + round);
                } else {
                    Files.deleteIfExists(two.source().resolve("sub/gone"));
                }
                syncOrFail();
                assertUntouched("round " + round);
            }
            assertThat(swapper).isNotNull();
        }
    }

    @Test
    void a_source_of_which_a_part_is_swapped_two_hundred_times_discloses_nothing_else() throws Exception {
        Neighbour.opened(two.source());
        try (Neighbour swapper = Neighbour.doing(SWAPPER, two.source(), root.resolve("other"))) {
            for (int round = 1; round <= 200; round++) {
                syncOrFail();
                assertThat(TwoDirectories.filesIn(two.destination()).values())
                        .as("round %d", round)
                        .doesNotContain("file precious");
            }
            assertThat(swapper).isNotNull();
        }
    }

    /** As soon as each change begins, what lies on the way to it leads elsewhere. */
    @Test
    void a_directory_that_is_swapped_as_late_as_can_be_is_told() {
        two.through(new FileOperations() {
            @Override
            public Content copy(ContentReader reader, Entry source, Entry target) throws IOException {
                Content copied = super.copy(reader, source, target);
                Files.move(two.destination().resolve("sub"), root.resolve("taken"));
                Files.createSymbolicLink(two.destination().resolve("sub"), root.resolve("other"));
                return copied;
            }
        });

        assertThatThrownBy(two::sync)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("destination/sub is not a directory");
        assertUntouched("late");
    }

    @Test
    void what_comes_to_bear_the_name_of_a_file_that_was_put_in_place_is_told() {
        afterEachRename(to -> {
            Files.delete(to.place());
            Files.createLink(to.place(), root.resolve("other/a"));
        });

        assertThatThrownBy(two::sync)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("destination/sub/a: it was replaced by somebody");
    }

    @Test
    void a_destination_that_was_swapped_as_a_whole_is_told() {
        afterEachRename(to -> {
            Files.move(two.destination(), root.resolve("taken"));
            Files.createDirectory(two.destination());
        });

        assertThatThrownBy(two::sync)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("destination: it was replaced by somebody");
    }

    private void afterEachRename(IOConsumer<Entry> then) {
        two.through(new FileOperations() {
            @Override
            public void rename(Entry from, Entry to) throws IOException {
                super.rename(from, to);
                then.accept(to);
            }
        });
    }

    private void syncOrFail() {
        try {
            two.sync();
        } catch (Problem lost) {
            // who wins does not matter
        }
    }

    private void assertUntouched(String when) {
        assertThat(TwoDirectories.everythingIn(root.resolve("other")))
                .as(when)
                .isEqualTo(Map.of(
                        "",
                        "directory",
                        "a",
                        "file precious",
                        "gone",
                        "file precious",
                        "lock",
                        "file precious",
                        "1",
                        "file precious"));
    }
}
