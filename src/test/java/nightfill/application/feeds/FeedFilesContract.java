package nightfill.application.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.feeds.FeedFiles.Stamp;
import nightfill.application.run.Input;
import nightfill.domain.proof.Content;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.harness.InMemoryDisk;
import org.junit.jupiter.api.Test;

/** What everyone who keeps feeds must do. */
public abstract class FeedFilesContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Run RUN =
            new Run(1, new RunName(FRIDAY, 1), null, null, Terms.USUAL, new Run.Progress(Run.State.LOADING, 0, null));
    private static final Run OTHER =
            new Run(2, new RunName(FRIDAY, 2), null, null, Terms.USUAL, new Run.Progress(Run.State.LOADING, 0, null));
    private static final String TEXT = "ref,sku,qty,eta\nPO-1,CHAIR,10,\n";

    protected abstract FeedFiles files();

    protected abstract Path directory();

    protected abstract void write(Path file, String text) throws IOException;

    protected abstract void remove(Path file) throws IOException;

    protected abstract String read(Path file) throws IOException;

    @Test
    void the_files_of_a_directory_are_listed_in_order_of_name() throws IOException {
        write(input("order_lines.csv"), TEXT);
        write(input("batches.csv"), TEXT);
        write(input("Notes.txt"), TEXT);
        write(input("more").resolve("dispatches.csv"), TEXT);
        assertThat(files().names(input().path())).containsExactly("Notes.txt", "batches.csv", "order_lines.csv");
        assertThat(files().names(directory().resolve("nowhere"))).isEmpty();
    }

    @Test
    void the_stamp_of_a_file_differs_after_each_change() throws IOException {
        write(input("batches.csv"), TEXT);
        Stamp before = files().stamp(input("batches.csv"));
        assertThat(files().stamp(input("batches.csv"))).isEqualTo(before);
        Stamp after = before;
        while (after.changedNanos() == before.changedNanos()) {
            write(input("batches.csv"), TEXT); // until the clock of the file system has moved on
            after = files().stamp(input("batches.csv"));
        }
        assertThat(after.bytes()).isEqualTo(before.bytes()).isEqualTo(TEXT.length());
    }

    @Test
    void what_is_not_there_has_neither_stamp_nor_hash() {
        assertThatThrownBy(() -> files().stamp(input("batches.csv"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files().sha256(input("batches.csv"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files().keep(input("batches.csv"), RUN)).isInstanceOf(NoSuchFileException.class);
        assertThat(files().isFile(input("batches.csv"))).isFalse();
    }

    @Test
    void a_copy_has_the_bytes_of_the_source_and_their_hash() throws IOException {
        write(input("batches.csv"), TEXT);
        Content kept = files().keep(input("batches.csv"), RUN);
        assertThat(kept).isEqualTo(new Content(InMemoryDisk.sha256(TEXT), TEXT.length()));
        Path copy = files().kept(RUN, "batches.csv");
        assertThat(read(copy)).isEqualTo(TEXT);
        assertThat(files().sha256(copy)).isEqualTo(kept.sha256());
        assertThat(files().isFile(copy)).isTrue();
        assertThat(files().kept("2026-11-20/run-1", "batches.csv")).isEqualTo(copy);
        assertThat(files().isFile(files().kept(OTHER, "batches.csv"))).isFalse();
    }

    @Test
    void keeping_again_replaces_the_copy() throws IOException {
        write(input("batches.csv"), TEXT);
        files().keep(input("batches.csv"), RUN);
        write(input("batches.csv"), "other");
        files().keep(input("batches.csv"), RUN);
        assertThat(read(files().kept(RUN, "batches.csv"))).isEqualTo("other");
    }

    @Test
    void copies_beside_those_that_are_named_are_removed() throws IOException {
        keep(RUN, "batches.csv", "dispatches.csv");
        keep(OTHER, "dispatches.csv");
        files().keepOnly(RUN, List.of("batches.csv", "order_lines.csv"));
        assertThat(files().isFile(files().kept(RUN, "batches.csv"))).isTrue();
        assertThat(files().isFile(files().kept(RUN, "dispatches.csv"))).isFalse();
        assertThat(files().isFile(files().kept(OTHER, "dispatches.csv"))).isTrue();
    }

    @Test
    void the_copies_of_a_run_are_forgotten_together() throws IOException {
        keep(RUN, "batches.csv", "order_lines.csv");
        keep(OTHER, "batches.csv");
        assertThat(files().isAnyKept(RUN)).isTrue();
        files().forget(RUN);
        files().forget(RUN);
        assertThat(files().isAnyKept(RUN)).isFalse();
        assertThat(files().isFile(files().kept(RUN, "batches.csv"))).isFalse();
        assertThat(files().isAnyKept(OTHER)).isTrue();
        assertThat(files().isFile(input("batches.csv"))).isTrue();
    }

    @Test
    void dates_with_feeds_are_those_that_have_one_in_their_order() throws IOException {
        Path input = directory().resolve("input");
        write(input.resolve("2026-11-21/order_lines.csv"), TEXT);
        write(input.resolve("2026-11-20/batches.csv"), TEXT);
        write(input.resolve("2026-11-19/notes.txt"), TEXT);
        write(input.resolve("2026-11-19/control.csv"), TEXT);
        write(input.resolve("2026-11-22/Batches.csv"), TEXT);
        write(input.resolve("2026-11-23/batches.csv.filepart"), TEXT);
        write(input.resolve("2026-11-31/batches.csv"), TEXT);
        write(input.resolve("archive/batches.csv"), TEXT);
        write(input.resolve("2026-11-18"), "a file");
        assertThat(files().datesWithFeeds(input))
                .containsExactly(FRIDAY, FRIDAY.plusDays(1), FRIDAY.plusDays(2), FRIDAY.plusDays(3));
        assertThat(files().datesWithFeeds(directory().resolve("nowhere"))).isEmpty();
    }

    @Test
    void a_copy_that_was_removed_is_gone() throws IOException {
        keep(RUN, "batches.csv");
        remove(files().kept(RUN, "batches.csv"));
        assertThatThrownBy(() -> files().sha256(files().kept(RUN, "batches.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private void keep(Run run, String... names) throws IOException {
        for (String name : names) {
            write(input(name), TEXT);
            files().keep(input(name), run);
        }
    }

    private Input input() {
        return new Input(directory().resolve("input"), FRIDAY);
    }

    private Path input(String name) {
        return input().file(name);
    }
}
