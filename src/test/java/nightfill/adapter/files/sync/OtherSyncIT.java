package nightfill.adapter.files.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync of another process on the same destination. */
class OtherSyncIT {

    @TempDir
    Path root;

    private TwoDirectories two = new TwoDirectories(Path.of(""));

    @BeforeEach
    void lay() {
        two = new TwoDirectories(root)
                .with("source/a=1", "source/b=2", "source/c=3", "source/d/e=4", "source/d/f=5")
                .with("destination/d/g=5", "destination/gone=6");
    }

    @Test
    void keeps_others_off_the_destination_until_it_has_ended() throws IOException {
        try (SyncingProcess other = SyncingProcess.in(root)) {
            assertThat(other.answer()).isEqualTo("halted");
            Map<String, String> before = TwoDirectories.everythingIn(root);

            assertBusy();
            assertBusy();
            assertThat(TwoDirectories.everythingIn(root)).isEqualTo(before);

            other.goOn();
            assertThat(other.answer()).isEqualTo("synced");
        }
        assertThat(two.sync().actions()).isEmpty();
    }

    @Test
    void leaves_what_the_next_sync_ends_when_it_is_killed() throws IOException, InterruptedException {
        try (SyncingProcess other = SyncingProcess.in(root)) {
            assertThat(other.answer()).isEqualTo("halted");
            other.kill();
        }
        assertThat(TwoDirectories.everythingIn(two.destination())).containsKeys(".nightfill-sync/lock", "gone");

        two.sync();

        assertThat(TwoDirectories.everythingIn(two.destination())).isEqualTo(TwoDirectories.everythingIn(two.source()));
    }

    @Test
    void never_holds_the_destination_at_the_same_time() throws IOException, InterruptedException {
        List<Process> others = List.of(held50Times(), held50Times(), held50Times());
        for (Process other : others) {
            assertThat(new String(other.getInputStream().readAllBytes(), UTF_8).strip())
                    .isEqualTo("50");
            assertThat(other.waitFor()).isZero();
        }
        assertThat(two.destination()).isDirectoryNotContaining("glob:**/.*");
    }

    private Process held50Times() throws IOException {
        return HoldingProcess.in(root, Integer.MAX_VALUE, 50);
    }

    /** What a process opens and closes of a file takes its locks on it away. */
    @Test
    void stays_off_also_after_the_destination_was_asked_for_twice_in_the_process_that_has_it() throws IOException {
        Path staging = Files.createDirectory(two.destination().resolve(Staging.NAME));
        try (OpenDirectory open = OpenDirectory.of(staging);
                LockFile held = LockFile.take(new Entry(open, "lock")).orElseThrow()) {
            assertBusy();

            assertThat(new String(
                                    HoldingProcess.in(root, 100, 1)
                                            .getInputStream()
                                            .readAllBytes(),
                                    UTF_8)
                            .strip())
                    .isEqualTo("0");
            assertThat(held).isNotNull();
        }
    }

    private void assertBusy() {
        assertThatThrownBy(() -> two.sync())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.BUSY))
                .hasMessageContaining(two.destination().toString());
    }
}
