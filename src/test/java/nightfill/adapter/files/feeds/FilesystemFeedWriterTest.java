package nightfill.adapter.files.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.files.Entries;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.sample.FeedWriter.FeedText;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemFeedWriterTest {

    private static final List<FeedText> FEEDS = List.of(
            new FeedText(Feed.BATCHES, "ref,sku,qty,eta", Stream::empty),
            new FeedText(Feed.ORDER_LINES, "orderid,line,sku,qty", () -> Stream.of("a,1,s,2", "b,,s,3")));

    private final FilesystemFeedWriter writer = new FilesystemFeedWriter();

    @TempDir
    Path directory;

    @Test
    void writes_the_feeds_and_the_control_file_and_nothing_else() throws IOException {
        Path night = writer.write(directory.resolve("new/2026-11-20"), FEEDS);

        assertThat(night.resolve("batches.csv")).hasContent("ref,sku,qty,eta\n");
        assertThat(Files.readString(night.resolve("order_lines.csv")))
                .isEqualTo("orderid,line,sku,qty\na,1,s,2\nb,,s,3\n");
        assertThat(night).isDirectoryNotContaining("regex:.*/(?!batches|order_lines|control)[^/]*");
        assertThat(directory.resolve("new")).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void vouches_for_rows_and_hash_of_each_feed() throws IOException {
        Path night = writer.write(directory.resolve("2026-11-20"), FEEDS);

        assertThat(Files.readString(night.resolve("control.csv")))
                .isEqualTo(
                        "file,rows,sha256\nbatches.csv,0,1e887845138416c291d82a8f308fde636260ea93fe2db095432a70fdafef659d\norder_lines.csv,2,47e29c0592f4840b86887743a64949a6a455cda41d9c2b2737842c6c9eb53fde\n");
    }

    @Test
    void never_overwrites_a_night() throws IOException {
        Path night = Files.createDirectory(directory.resolve("2026-11-20"));

        assertRefused(night, night.toString());
        assertThat(night).isEmptyDirectory();
    }

    @Test
    void refuses_a_file_in_place_of_the_directory() throws IOException {
        Path file = Files.createFile(directory.resolve("input"));

        assertRefused(file.resolve("2026-11-20"), "input");
    }

    @Test
    void leaves_nothing_behind_when_it_fails() {
        List<FeedText> failing = List.of(new FeedText(Feed.BATCHES, "ref", () -> {
            throw new IllegalStateException("torn");
        }));

        assertThatThrownBy(() -> writer.write(directory.resolve("2026-11-20"), failing))
                .hasMessage("torn");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void loses_to_a_night_that_appears_meanwhile() {
        Path night = directory.resolve("2026-11-20");
        List<FeedText> racing = List.of(new FeedText(Feed.BATCHES, "ref", () -> {
            assertThat(night.toFile().mkdir()).isTrue();
            return Stream.empty();
        }));

        assertThatThrownBy(() -> writer.write(night, racing)).isInstanceOf(Problem.class);
        assertThat(directory).isDirectoryNotContaining("glob:**/.*");
    }

    /** The directory in which a night arrives may be one that senders write to. */
    @Test
    void a_night_that_is_swapped_while_it_is_written_writes_nothing_elsewhere() throws IOException {
        Path other = Files.createDirectory(directory.resolve("another's"));
        Path night = directory.resolve("2026-11-20");
        List<FeedText> swapped = List.of(FEEDS.get(0), new FeedText(Feed.ORDER_LINES, "orderid", () -> {
            swap(other);
            return Stream.of("1");
        }));

        assertThatThrownBy(() -> writer.write(night, swapped))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(" was replaced by somebody while it was being written");

        assertThat(other).isEmptyDirectory();
        assertThat(night).doesNotExist();
    }

    private void swap(Path other) {
        try {
            Path hidden = Entries.of(directory, "[.]2026-11-20[.].*").get(0);
            Files.move(hidden, directory.resolve("taken"));
            Files.createSymbolicLink(hidden, other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_may_read_its_files_may_enter_a_night() throws IOException {
        Path night = writer.write(directory.resolve("2026-11-20"), FEEDS);

        assertThat(Files.getPosixFilePermissions(night))
                .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(directory.resolve("any"))));
    }

    private void assertRefused(Path night, String named) {
        assertThatThrownBy(() -> writer.write(night, FEEDS))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining(named);
    }
}
