package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.harness.Child;
import nightfill.harness.Ended;
import nightfill.harness.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A signal to a sync that is at work. */
class InterruptedSyncIT {

    /** Of holes only: it takes no room, but minutes to be read. */
    private static final long HUGE = 200L << 30;

    @TempDir
    Path root;

    @Test
    @Timeout(60)
    void ends_it_before_its_next_step_and_leaves_nothing_behind() throws IOException, InterruptedException {
        Path source = Files.createDirectory(root.resolve("source"));
        Path destination = root.resolve("deep/destination");
        try (RandomAccessFile huge = new RandomAccessFile(source.resolve("huge").toFile(), "rw")) {
            huge.setLength(HUGE);
        }
        try (Child child = new Installation(root).start(List.of(), "sync", source.toString(), destination.toString())) {
            while (child.isAlive() && Files.notExists(destination.resolve(".nightfill-sync/lock"))) {
                Thread.onSpinWait();
            }
            child.signal("TERM");

            Ended ended = child.await().with(143);
            assertThat(ended.error()).contains("stopped");
        }
        assertThat(root.resolve("deep")).doesNotExist();
    }
}
