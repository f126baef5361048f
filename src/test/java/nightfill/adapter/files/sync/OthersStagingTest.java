package nightfill.adapter.files.sync;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.HomeOwner;
import nightfill.application.problem.Problem;
import nightfill.harness.Neighbour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another user's sync is at work on the same destination, or was. */
@Timeout(60)
class OthersStagingTest {

    private static final String OTHER_SYNC = """
            import fcntl, os, sys
            staging = os.path.join(sys.argv[1], ".nightfill-sync")
            os.mkdir(staging)
            lock = open(os.path.join(staging, "lock"), "w")
            fcntl.lockf(lock, fcntl.LOCK_EX)
            print("ready", flush=True)
            sys.stdin.read()
            """;

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() throws IOException {
        two = new TwoDirectories(root).unrecorded().with("source/a=1", "destination/b=0");
        Neighbour.opened(root);
        Neighbour.opened(two.destination());
    }

    @Test
    void is_busy_while_it_works_and_in_the_way_when_it_was_killed() throws IOException {
        assumeTrue(HomeOwner.weAreRoot(), "no other user");
        try (Neighbour other = Neighbour.doing(OTHER_SYNC, two.destination())) {
            assertThat(busy(two::sync)).hasMessageContaining("another sync is at work on " + two.destination());
            assertThat(other).isNotNull();
        }

        assertThat(refused(two::sync)).hasMessageContaining(".nightfill-sync belongs to");
        assertThat(TwoDirectories.filesIn(two.destination())).containsOnlyKeys("b", ".nightfill-sync/lock");
    }

    @Test
    void a_destination_in_which_nothing_may_be_made_is_not_made_either() throws IOException {
        Files.delete(two.destination().resolve("b"));
        Files.delete(two.destination());
        two.through(new FileOperations() {
            @Override
            public void createDirectory(Entry directory) throws IOException {
                if (directory.name().equals(Staging.NAME)) {
                    throw new AccessDeniedException(directory.place().toString());
                }
                super.createDirectory(directory);
            }
        });
        long open = openFiles();

        assertThatThrownBy(two::sync).isInstanceOf(Problem.class).hasMessageContaining("no permission for");

        assertThat(two.destination()).doesNotExist();
        assertThat(openFiles()).isEqualTo(open);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
