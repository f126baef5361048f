package nightfill.adapter.files.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedFilesContract;
import nightfill.application.run.Fence;
import nightfill.application.run.Input;
import nightfill.application.run.OpenFence;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemFeedFilesTest extends FeedFilesContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path directory;

    /** Before it has its name: whoever looked could read what was written so far. */
    @Test
    void a_copy_is_closed_to_others_from_its_first_byte() throws IOException {
        Run run = new Run(
                1, new RunName(FRIDAY, 1), null, null, Terms.USUAL, new Run.Progress(Run.State.LOADING, 0, null));
        Path feed = new Input(directory.resolve("input"), FRIDAY).file("batches.csv");
        write(feed, "ref,sku,qty,eta\n");
        List<String> modes = new ArrayList<>();
        Fence looking = new Fence() {
            @Override
            public void inTransaction(Runnable work) {
                work.run();
            }

            @Override
            public void around(FileAction action) throws IOException {
                for (Path file : Entries.of(directory.resolve("home/feeds/2026-11-20/run-1"))) {
                    modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
                action.act();
            }
        };

        new FilesystemFeedFiles(directory.resolve("home"), new Inbox(List.of()), looking).keep(feed, run);

        assertThat(modes).containsExactly("rw-------");
        assertThat(files().kept(run, "batches.csv"))
                .satisfies(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }

    @Test
    void no_list_of_names_says_whether_there_is_a_file_elsewhere() throws IOException {
        Path night = new Input(directory.resolve("input"), FRIDAY).path();
        write(night.resolve("..data/notes.txt"), "");
        write(directory.resolve("private/id_rsa"), "");
        Files.createSymbolicLink(night.resolve("notes.txt"), Path.of("..data/notes.txt"));
        Files.createSymbolicLink(night.resolve("there"), directory.resolve("private/id_rsa"));
        Files.createSymbolicLink(night.resolve("not there"), directory.resolve("private/id_dsa"));
        Files.createSymbolicLink(night.resolve("batches.csv"), directory.resolve("private/id_rsa"));

        assertThat(files().names(night)).containsExactly("batches.csv", "notes.txt");
        assertThat(files().isFile(night.resolve("notes.txt"))).isTrue();
        assertThat(files().isFile(night.resolve("batches.csv"))).isFalse();
    }

    @Test
    void a_date_that_leads_elsewhere_is_listed_for_its_night_to_say_so() throws IOException {
        write(directory.resolve("elsewhere/notes.txt"), "");
        Path input = Files.createDirectory(directory.resolve("input"));
        Files.createSymbolicLink(input.resolve("2026-11-20"), directory.resolve("elsewhere"));

        assertThat(files().datesWithFeeds(input)).containsExactly(FRIDAY);
    }

    @Override
    protected FeedFiles files() {
        return new FilesystemFeedFiles(directory.resolve("home"), new Inbox(List.of()), new OpenFence());
    }

    @Override
    protected Path directory() {
        return directory;
    }

    @Override
    protected void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    @Override
    protected void remove(Path file) throws IOException {
        Files.delete(file);
    }

    @Override
    protected String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
