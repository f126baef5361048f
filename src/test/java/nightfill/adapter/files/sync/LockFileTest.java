package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    @TempDir
    Path root;

    private OpenDirectory directory;

    @BeforeEach
    void open() throws IOException {
        directory = OpenDirectory.of(root);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private Entry in(String name) {
        return new Entry(directory, name);
    }

    @Test
    void is_had_by_one_at_a_time() throws IOException {
        try (LockFile lock = LockFile.take(in("lock")).orElseThrow()) {
            assertThat(LockFile.take(in("lock"))).isEmpty();
            assertThat(lock).isNotNull();
        }
        try (LockFile lock = LockFile.take(in("lock")).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void is_not_had_of_a_file_whose_directory_went_away() throws IOException {
        try (OpenDirectory gone = OpenDirectory.of(Files.createDirectory(root.resolve("gone")))) {
            Files.delete(gone.place());

            assertThatThrownBy(() -> LockFile.take(new Entry(gone, "lock"))).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void follows_no_link() throws IOException {
        Files.createSymbolicLink(root.resolve("lock"), root.resolve("elsewhere"));

        assertThatThrownBy(() -> LockFile.take(in("lock"))).isInstanceOf(IOException.class);
        assertThat(root.resolve("elsewhere")).doesNotExist();
    }

    @Test
    @Timeout(30)
    void what_is_planted_there_is_neither_written_to_nor_waited_for() throws Exception {
        Path victim = Files.writeString(root.resolve("another's"), "precious");
        Files.createLink(root.resolve("named twice"), victim);
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> LockFile.take(in("named twice")))
                .hasMessage(root.resolve("named twice") + ": it is no file of its own");
        assertThatThrownBy(() -> LockFile.take(in("pipe")))
                .hasMessage(root.resolve("pipe") + ": it is no file of its own");
        assertThat(victim).hasContent("precious");
    }

    /** Each lets go by removing what the others are about to lock. */
    @Test
    void keeps_many_at_once_apart_and_leaves_nothing() throws Exception {
        Path destination = Files.createDirectory(root.resolve("destination"));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> hold = () -> HoldingProcess.hold(root, Integer.MAX_VALUE, 50);
            for (Future<Integer> held : pool.invokeAll(Collections.nCopies(4, hold))) {
                assertThat(held.get()).isEqualTo(50);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(destination).isEmptyDirectory();
    }
}
