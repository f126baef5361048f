package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumedFeedTest {

    private static final String TRUCK = "\uD83D\uDE9A";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\n\r"})
    void a_feed_goes_on_behind_any_row_as_if_it_had_never_stopped(String end) throws IOException {
        String text = String.join(
                end,
                "\uFEFFsku,é,orderid,qty",
                "A,\"€" + end + TRUCK + "\",a,1",
                "B," + TRUCK + ",b,",
                " ,",
                " ",
                "x",
                "\uFEFF\"C2\",,ç,3",
                "C,\"" + end + "\"\"" + end + "\",ç,3",
                "D,,d,4");
        assertSameFromEveryPosition(text);
        assertSameFromEveryPosition(text + end);
        assertSameFromEveryPosition(text + end + end);
    }

    private void assertSameFromEveryPosition(String text) throws IOException {
        Path file = new FeedFiles(directory).write(Feed.ORDER_LINES, text);
        List<FeedRecord> all = FeedFiles.read(file, Feed.ORDER_LINES, Position.START);
        assertThat(all).hasSize(6);
        for (FeedRecord record : all) {
            assertThat(FeedFiles.read(file, Feed.ORDER_LINES, record.next()))
                    .isEqualTo(all.subList(record.number(), all.size()));
        }
    }

    @Test
    void a_row_keeps_its_byte_order_mark_as_received_when_reading_goes_on_there() throws IOException {
        assertThat(rest("orderid,sku,qty\na,A,1\n", "\uFEFFb,B,1\n"))
                .singleElement()
                .satisfies(record -> assertThat(record.raw()).isEqualTo("\uFEFFb,B,1"))
                .satisfies(
                        record -> assertThat(record.row()).isEqualTo(new LineRow(new OrderLine("b", "", "B", 1), "")));
    }

    private List<FeedRecord> rest(String first, String second) throws IOException {
        Path file = new FeedFiles(directory).write(Feed.ORDER_LINES, first + second);
        return FeedFiles.read(file, Feed.ORDER_LINES, new Position(1, first.length(), 3));
    }

    @Test
    void the_rows_before_are_not_read_again() throws IOException {
        Path file = manyRows();
        FeedRecord last = FeedFiles.read(file, Feed.ORDER_LINES, Position.START).get(49_998);
        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            List<FeedRecord> rest = readAll(channel, last.next());
            assertThat(rest).extracting(FeedRecord::number).containsExactly(50_000);
            assertThat(channel.bytesRead).isLessThan(100_000).isLessThan(Files.size(file) / 10);
            assertThat(channel.offsets)
                    .filteredOn(offset -> offset > 0)
                    .contains(last.next().offset());
        }
    }

    private Path manyRows() throws IOException {
        String rows = "orderid,sku,qty\n" + "a,A,1,and a note that nobody reads\n".repeat(50_000);
        return new FeedFiles(directory).write(Feed.ORDER_LINES, rows);
    }

    @Test
    void damage_in_rows_before_is_not_seen_again_and_damage_behind_is_told_with_its_line() throws IOException {
        byte[] bytes = Bytes.of("orderid,sku,qty\n", 0xFF, 0xC3, "\n\"\"x\na,A,1\nb,B,", 0xFF);
        Path file = new FeedFiles(directory).write(Feed.ORDER_LINES, bytes);
        try (FeedReader.Rows rows = new CsvFeedReader(new Inbox(List.of()))
                .open(file, Feed.ORDER_LINES, Rules.CURRENT, new Position(2, 23, 4))) {
            assertThat(rows.next())
                    .isNotNull()
                    .extracting(FeedRecord::number, FeedRecord::line, FeedRecord::raw)
                    .containsExactly(3, 4L, "a,A,1");
            assertThatThrownBy(rows::next)
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("order_lines.csv, line 5: byte 0xFF is not UTF-8");
        }
    }

    @Test
    void a_file_that_has_become_shorter_is_not_taken_for_one_read_to_its_end() throws IOException {
        Path file = new FeedFiles(directory).write(Feed.ORDER_LINES, "orderid,sku,qty\n");
        assertThatThrownBy(() -> FeedFiles.read(file, Feed.ORDER_LINES, new Position(1, 17, 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("order_lines.csv has become shorter than 17 bytes");
    }

    private static List<FeedRecord> readAll(SeekableByteChannel channel, Position from) throws IOException {
        CsvFile file = new CsvFile(channel, new Source("order_lines.csv"), Rules.CURRENT);
        return FeedFiles.rest(CsvFeedRows.open(file, Feed.ORDER_LINES, from));
    }
}
