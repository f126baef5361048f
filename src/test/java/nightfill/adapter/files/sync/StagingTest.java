package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nightfill.adapter.files.Entry;
import nightfill.adapter.files.OpenDirectory;
import nightfill.application.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two syncs of one destination, the one leaving while the other comes. */
class StagingTest {

    @TempDir
    Path destination;

    @Test
    void is_left_also_when_another_sync_came_and_went_after_the_lock_was_removed() throws IOException {
        FileOperations operations = new FileOperations() {
            @Override
            public void delete(Entry entry) throws IOException {
                super.delete(entry);
                if (entry.place().endsWith("lock")) {
                    Files.delete(entry.place().getParent());
                }
            }
        };
        try (Staging staging = Staging.in(OpenDirectory.of(destination), operations)) {
            Files.createFile(staging.lock().place());

            staging.remove();
        }

        assertThat(destination).isEmptyDirectory();
    }

    @Test
    void is_asked_for_again_when_another_sync_has_just_removed_it() throws IOException {
        Files.createDirectory(destination.resolve(Staging.NAME));

        assertThatThrownBy(() -> Staging.in(OpenDirectory.of(destination), leaving()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void is_refused_where_a_file_has_its_name() throws IOException {
        Files.createFile(destination.resolve(Staging.NAME));

        assertThatThrownBy(() -> Staging.in(OpenDirectory.of(destination), new FileOperations()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is not a directory, but syncs keep there");
    }

    @Test
    void a_destination_is_asked_for_again_when_another_sync_has_just_taken_it_back() {
        FileOperations operations = new FileOperations() {
            @Override
            public void createDirectory(Entry directory) throws IOException {
                super.createDirectory(directory);
                leaving().createDirectory(directory);
            }
        };

        assertThatThrownBy(() -> new MadeDirectories(operations).open(destination.resolve("new")))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** Finds a directory there, which is then gone. */
    private static FileOperations leaving() {
        return new FileOperations() {
            @Override
            public void createDirectory(Entry directory) throws IOException {
                try {
                    super.createDirectory(directory);
                } finally {
                    Files.delete(directory.place());
                }
            }
        };
    }
}
