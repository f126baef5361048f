package nightfill.adapter.csv;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLimitTest {

    private static final int MIB = 1 << 20;
    private static final long TEN_GB = 10_000_000_000L;
    private static final String HEADER = "orderid,sku,qty,note\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", ""})
    void a_record_of_just_1_mib_is_read(String end) throws IOException {
        String record = "a,A,1," + "x".repeat(MIB - 6);
        List<FeedRecord> records =
                new FeedFiles(directory).read(Feed.ORDER_LINES, HEADER + record + end + "\nb,B,1,\n");
        assertThat(records.get(0).raw()).isEqualTo(record);
        assertThat(records).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", ""})
    void one_byte_more_is_refused(String end) {
        String record = "a,A,1," + "x".repeat(MIB - 7) + "é";
        assertThat(record.length()).isEqualTo(MIB);
        assertThat(said(refused(() -> new FeedFiles(directory).read(Feed.ORDER_LINES, HEADER + record + end))))
                .isEqualTo("order_lines.csv, line 2: the record is longer than 1 MiB; shorten it");
    }

    @Test
    void a_quoted_record_of_just_1_mib_is_read_with_its_line_breaks() throws IOException {
        String record = "a,A,1,\"" + "\r\n".repeat((MIB - 8) / 2) + "\"";
        List<FeedRecord> records = new FeedFiles(directory).read(Feed.ORDER_LINES, HEADER + record + "\nb,B,1,\n");
        assertThat(record.length()).isEqualTo(MIB);
        assertThat(records.get(0).raw()).isEqualTo(record);
        assertThat(records.get(1).line()).isEqualTo(3 + (MIB - 8) / 2);
    }

    @Test
    void ten_megabytes_in_one_field_of_a_real_file_are_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("order_lines.csv"), HEADER + "a,A,1," + "x".repeat(10_000_000));
        try (CountingChannel channel = new CountingChannel(Files.newByteChannel(file))) {
            assertRefusedSoon(channel, "line 2: the record is longer than 1 MiB; shorten it");
        }
    }

    @ParameterizedTest
    @MethodSource("beginningsOfLongRecords")
    void a_record_of_ten_gigabytes_is_refused_having_read_little_more_than_1_mib(
            String start, char repeated, String reason) throws IOException {
        assertRefusedSoon(
                new CountingChannel(MadeUpChannel.endless(TEN_GB, Bytes.of(HEADER, start), repeated)), reason);
    }

    static List<Arguments> beginningsOfLongRecords() {
        String plain = "line 2: the record is longer than 1 MiB; shorten it";
        String quoted = "line 2: the record is longer than 1 MiB; close the quote opened on line 2";
        return List.of(
                Arguments.of("", 'x', plain),
                Arguments.of("", ',', plain),
                Arguments.of("a,A,1,", 'x', plain),
                Arguments.of("a,A,1", '0', plain),
                Arguments.of("a,A,1,\"", 'x', quoted),
                Arguments.of("a,A,1,\"x\"", ' ', plain),
                Arguments.of("a,A,1,\"\n\n", 'x', quoted.replaceFirst("2", "4")));
    }

    @Test
    void a_record_of_ten_gigabytes_of_quotes_is_refused_just_so() {
        assertRefusedSoon(
                new CountingChannel(MadeUpChannel.endless(TEN_GB, Bytes.of(HEADER), '"')),
                "line 2: the record is longer than 1 MiB; close the quote opened on line 2");
    }

    @Test
    void a_header_of_ten_gigabytes_is_refused_just_so() {
        assertRefusedSoon(
                new CountingChannel(MadeUpChannel.endless(TEN_GB, Bytes.of("orderid,sku,qty,"), 'x')),
                "line 1: the record is longer than 1 MiB; shorten it");
    }

    @Test
    void a_quote_around_ten_gigabytes_of_rows_is_refused_just_so() {
        byte[] start = Bytes.of(HEADER, "a,A,1,\"");
        byte[] row = Bytes.of("b,B,1,\n");
        CountingChannel channel = new CountingChannel(new MadeUpChannel(
                TEN_GB,
                offset ->
                        offset < start.length ? start[(int) offset] : row[(int) ((offset - start.length) % row.length)],
                offset -> Integer.MAX_VALUE));
        assertThat(said(refused(() -> readAll(channel))))
                .endsWith("the record is longer than 1 MiB; close the quote opened on line 2");
        assertThat(channel.bytesRead).isLessThan(MIB + 200_000);
    }

    @Test
    void empty_lines_are_no_record_however_many() throws IOException {
        CountingChannel channel = new CountingChannel(MadeUpChannel.endless(30_000_000, Bytes.of(HEADER), '\n'));
        assertThat(readAll(channel)).isEmpty();
        assertThat(channel.bytesRead).isGreaterThan(29_999_999);
    }

    private static void assertRefusedSoon(CountingChannel channel, String message) {
        assertThat(said(refused(() -> readAll(channel)))).isEqualTo("order_lines.csv, " + message);
        assertThat(channel.bytesRead).isLessThan(MIB + 200_000);
    }

    private static List<FeedRecord> readAll(CountingChannel channel) throws IOException {
        CsvFile file = new CsvFile(channel, new Source("order_lines.csv"), Rules.CURRENT);
        return FeedFiles.rest(CsvFeedRows.open(file, Feed.ORDER_LINES, Position.START));
    }
}
