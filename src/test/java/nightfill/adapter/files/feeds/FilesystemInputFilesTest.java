package nightfill.adapter.files.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import nightfill.adapter.files.Inbox;
import nightfill.application.run.Input;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.RunName;
import nightfill.harness.MadeUpRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemInputFilesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path place;
    private final Input input;
    private final FilesystemInputFiles files;

    FilesystemInputFilesTest(@TempDir Path place) {
        this.place = place;
        input = new Input(place.resolve("input"), FRIDAY);
        files = new FilesystemInputFiles(place.resolve("home"), new Inbox(List.of()));
    }

    @BeforeEach
    void makeInput() throws IOException {
        Files.createDirectories(input.path());
    }

    @AfterEach
    void close() {
        files.close();
    }

    private Path orderLines(String text) throws IOException {
        return Files.writeString(input.file("order_lines.csv"), text);
    }

    /** Until the clock of the file system has gone on. */
    private static void rewrite(Path file, String text) throws IOException {
        Object former = Files.getAttribute(file, "unix:ctime");
        do {
            Files.writeString(file, text);
        } while (Files.getAttribute(file, "unix:ctime").equals(former));
    }

    @Test
    void lengths_are_those_of_feeds_alone() throws IOException {
        orderLines("orderid\n");
        Files.writeString(input.file("notes.txt"), "x");
        Files.createDirectory(input.file("batches.csv"));

        assertThat(files.lengths(input)).isEqualTo(Optional.of(Map.of(Feed.ORDER_LINES, 8L)));
        assertThat(files.lengths(new Input(place.resolve("input"), FRIDAY.plusDays(1))))
                .isEqualTo(Optional.of(Map.of()));
        assertThat(files.lengths(new Input(place.resolve("elsewhere"), FRIDAY))).isEmpty();
    }

    @Test
    void of_a_feed_that_leads_elsewhere_neither_length_nor_hash_is_seen() throws IOException {
        Files.createSymbolicLink(input.file("order_lines.csv"), Files.writeString(place.resolve("secret"), "hunter2"));

        assertThat(files.lengths(input)).isEqualTo(Optional.of(Map.of(Feed.ORDER_LINES, 0L)));
        assertThatThrownBy(() -> files.sha256(input.file("order_lines.csv"), LONG))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_file_is_read_again_only_when_it_was_changed() throws IOException {
        Path file = orderLines("orderid\n");
        String hash = MadeUpRuns.sha256(file);
        assertThat(files.sha256(file, LONG)).contains(hash);
        assertThat(files.sha256(file, Duration.ZERO)).contains(hash);

        rewrite(file, "orderiD\n");
        assertThat(files.sha256(file, LONG)).contains(MadeUpRuns.sha256(file)).isNotEqualTo(Optional.of(hash));
    }

    @Test
    void nobody_waits_for_a_long_file() throws IOException {
        Path file = orderLines("");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), 1L << 36);
        }
        assertThat(files.sha256(file, Duration.ZERO)).isEmpty();
    }

    @Test
    void whoever_waits_for_a_file_that_is_changed_meanwhile_waits_in_vain() throws Exception {
        Path busy = orderLines("");
        try (var channel = FileChannel.open(busy, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), 1L << 36);
        }
        assertThat(files.sha256(busy, Duration.ZERO)).isEmpty();
        Path file = Files.writeString(input.file("batches.csv"), "ref\n");
        var waiting = new FutureTask<>(() -> files.sha256(file, LONG));
        Thread waiter = new Thread(waiting);
        waiter.start();
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        rewrite(file, "reF\n");
        assertThat(files.sha256(file, Duration.ZERO)).isEmpty();

        assertThat(waiting.get()).isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_read() {
        assertThatThrownBy(() -> files.sha256(input.file("order_lines.csv"), LONG))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_copy_is_kept_if_it_is_as_long_as_it_was() throws IOException {
        RunName run = new RunName(FRIDAY, 2);
        Path kept = place.resolve("home/feeds/2026-11-20/run-2/batches.csv");
        Files.createDirectories(kept.resolveSibling(""));
        Files.writeString(kept, "ref\n");

        assertThat(files.isKept(run, Feed.BATCHES, 4)).isTrue();
        assertThat(files.isKept(run, Feed.BATCHES, 5)).isFalse();
        assertThat(files.isKept(run, Feed.ORDER_LINES, 4)).isFalse();
    }
}
