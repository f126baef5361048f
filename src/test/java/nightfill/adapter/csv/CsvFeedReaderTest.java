package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.RejectReason;
import nightfill.domain.feed.Row;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFeedReaderTest {

    private static final String HEADER = "orderid,line,sku,qty\n";

    @TempDir
    Path directory;

    private FeedFiles feeds = new FeedFiles(Path.of(""));

    @BeforeEach
    void in_a_directory_of_its_own() {
        feeds = new FeedFiles(directory);
    }

    @Test
    void a_record_tells_its_number_line_place_text_and_row() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "o-1,1,CHAIR,2\no-2,,TABLE,1\n"))
                .containsExactly(
                        new FeedRecord(1, 2, new Position(1, 35, 3), "o-1,1,CHAIR,2", line("o-1", "1", "CHAIR", 2)),
                        new FeedRecord(2, 3, new Position(2, 48, 4), "o-2,,TABLE,1", line("o-2", "", "TABLE", 1)));
    }

    @Test
    void the_batches_of_a_spreadsheet_are_read() throws IOException {
        String text = "\uFEFFRef,SKU,Qty,ETA\r\nPO-1,\"CHAIR, RED\",10,\r\nPO-2,\"TABLE 3\"\"\",5,2026-11-20\r\n";
        assertThat(feeds.read(Feed.BATCHES, text))
                .containsExactly(
                        new FeedRecord(
                                1,
                                2,
                                new Position(1, 43, 3),
                                "PO-1,\"CHAIR, RED\",10,",
                                new BatchRow("PO-1", "CHAIR, RED", 10, null)),
                        new FeedRecord(
                                2,
                                3,
                                new Position(2, 74, 4),
                                "PO-2,\"TABLE 3\"\"\",5,2026-11-20",
                                new BatchRow("PO-2", "TABLE 3\"", 5, LocalDate.of(2026, 11, 20))));
    }

    @Test
    void each_feed_is_read() throws IOException {
        assertThat(feeds.read(Feed.DISPATCHES, "sku,orderid,qty\nS,o,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("o", "", "S", 1));
        assertThat(feeds.read(Feed.CANCELLATIONS, "qty,sku,orderid,line\n1,S,o,9\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("o", "9", "S", 1));
        assertThat(feeds.read(Feed.ALLOCATIONS, "batchref,orderid,sku,qty\nPO,o,S,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(new LineRow(new OrderLine("o", "", "S", 1), "PO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void records_end_with_lf_crlf_or_cr(String end) throws IOException {
        List<FeedRecord> records = feeds.read(
                Feed.ORDER_LINES, String.join(end, "orderid,line,sku,qty", "o-1,1,A,1", "", "o-2,1,A,1", ""));
        int length = end.length();
        assertThat(records)
                .containsExactly(
                        new FeedRecord(
                                1, 2, new Position(1, 29 + 2 * length, 3), "o-1,1,A,1", line("o-1", "1", "A", 1)),
                        new FeedRecord(
                                2, 4, new Position(2, 38 + 4 * length, 5), "o-2,1,A,1", line("o-2", "1", "A", 1)));
    }

    @Test
    void line_ends_may_be_mixed() throws IOException {
        List<FeedRecord> records = feeds.read(
                Feed.ORDER_LINES,
                "orderid,line,sku,qty\r" + "a,1,A,1\r\n" + "b,1,A,1\n\r" + "c,1,A,1\r\r\n\n" + "d,1,A,1");
        assertThat(records).extracting(FeedRecord::line).containsExactly(2L, 3L, 5L, 8L);
        assertThat(records).extracting(FeedRecord::raw).containsExactly("a,1,A,1", "b,1,A,1", "c,1,A,1", "d,1,A,1");
    }

    @Test
    void lines_without_any_character_are_ignored_everywhere_and_counted() throws IOException {
        List<FeedRecord> records =
                feeds.read(Feed.ORDER_LINES, "\n\r\n\r" + HEADER + "\n\n" + "a,1,A,1\n\n\r\n" + "b,1,A,1\n\n\n");
        assertThat(records).extracting(FeedRecord::line).containsExactly(7L, 10L);
        assertThat(records).extracting(FeedRecord::number).containsExactly(1, 2);
        assertThat(records.get(0).next()).isEqualTo(new Position(1, 35, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\"\"",
                "\uFEFF",
                "\uFEFF\uFEFF",
                "\u00A0",
                ",",
                ",,,",
                ",,,,,,,,,,",
                "\"\",\"\" ,",
                " ,\t,\u3000",
                "\"\n\r\n\"",
                "\uFEFF,,,",
                "\uFEFF\"\",",
                "\u0085",
                "\" \"\t,\"\u2028\""
            })
    void a_record_whose_fields_are_all_empty_is_an_empty_line(String text) throws IOException {
        long lines = 1 + text.lines().count();
        for (String feed : List.of(text + "\n" + HEADER, HEADER + text + "\n")) {
            assertThat(feeds.read(Feed.ORDER_LINES, feed + "a,1,A,1\n" + text + "\n" + text))
                    .extracting(FeedRecord::number, FeedRecord::line, FeedRecord::row)
                    .containsExactly(tuple(1, 1 + lines, line("a", "1", "A", 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\"\"", "\uFEFF", "\u00A0"})
    void by_the_first_rules_it_is_a_row_with_too_few_fields(String text) throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, Rules.ONE, HEADER + text + "\na,1,A,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(rejected(RejectReason.FIELDS, "1 fields, the header has 4"), line("a", "1", "A", 1));
        assertThat(feeds.read(Feed.ORDER_LINES, Rules.ONE, HEADER + ",,,\na,1,A,1\n"))
                .extracting(FeedRecord::number, FeedRecord::row)
                .containsExactly(
                        tuple(1, rejected(RejectReason.IDENTIFIER, "orderid is empty")),
                        tuple(2, line("a", "1", "A", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"\"\"", ",,0,", "\0", "\u200B", ",\uFEFF", " \uFEFF", "\"\uFEFF\"", "\u001A,"})
    void what_only_looks_empty_is_a_row(String text) throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + text + "\n"))
                .singleElement()
                .satisfies(record -> assertThat(record.row()).isInstanceOf(RejectedRow.class))
                .satisfies(record -> assertThat(record.raw()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\uFEFF\uFEFF"})
    void byte_order_marks_before_any_record_are_passed_over_also_before_a_quote(String mark) throws IOException {
        String quoted = mark + "\"a,\nb\",\"1\",A,1";
        assertThat(feeds.read(Feed.ORDER_LINES, mark + HEADER + quoted + "\n" + mark + "b,1,A,1\n"))
                .extracting(FeedRecord::raw, FeedRecord::line, FeedRecord::row)
                .containsExactly(
                        tuple(quoted, 2L, rejected(RejectReason.IDENTIFIER, "orderid holds a control character: a,␊b")),
                        tuple(mark + "b,1,A,1", 4L, line("b", "1", "A", 1)));
    }

    @Test
    void by_the_first_rules_they_belong_to_the_field() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, Rules.ONE, "\uFEFF" + HEADER + "\uFEFFa,1,A,1\n\uFEFF\"b\",1,A,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("\uFEFFa", "1", "A", 1), line("\uFEFF\"b\"", "1", "A", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001A", "\u001A\u001A\u001A", "\u001A\r\n", "\n\u001A\n\u001A\r", "\r\n\r\n\u001A"})
    void end_marks_behind_the_last_line_end_are_the_end(String end) throws IOException {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a,1,A,1" + lineEnd + end))
                    .extracting(FeedRecord::row)
                    .containsExactly(line("a", "1", "A", 1));
        }
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + end)).isEmpty();
    }

    @Test
    void end_marks_elsewhere_are_characters_like_others() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "\u001A\na,1,A,1\n\u001Ab,1,A,1\nc,1,A\u001A,1\n\u001A"))
                .extracting(FeedRecord::raw)
                .containsExactly("\u001A", "a,1,A,1", "\u001Ab,1,A,1", "c,1,A\u001A,1");
        assertThat(feeds.read(Feed.ORDER_LINES, Rules.ONE, HEADER + "a,1,A,1\n\u001A"))
                .extracting(FeedRecord::raw)
                .containsExactly("a,1,A,1", "\u001A");
    }

    @Test
    void many_end_marks_between_rows_are_looked_through_once() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "\u001A\n".repeat(200_000) + "a,1,A,1\n"))
                .hasSize(200_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {" \"A\"", "\t\"A\"", "\u00A0\"A\"", "\u3000\"\"", " \"A,x\"", "  \"", " \"A\" "})
    void a_quote_behind_a_blank_is_no_quote_and_its_row_is_rejected(String sku) throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "\"a,\"\"\" ,1," + sku + ",1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(rejected(RejectReason.FIELDS, "field 3 has a blank before its opening quote"));
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + sku + ",1,A,1\n\uFEFF" + sku + ",1,A,1\n"))
                .extracting(FeedRecord::row)
                .containsOnly(rejected(RejectReason.FIELDS, "field 1 has a blank before its opening quote"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" \"\"A\"\"\"", "x \"A\"", "A\"", "\"\"\"A\"\"\"", "\"A\" ", "\" \"\",\"\"\""})
    void a_quote_within_a_field_is_text(String sku) throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a,1," + sku + ",1\n"))
                .singleElement()
                .satisfies(record -> assertThat(record.row()).isInstanceOf(LineRow.class));
    }

    @Test
    void line_breaks_within_quotes_belong_to_the_field_and_count_as_lines() throws IOException {
        String note = "\"up\r\nto\rthe\n\nroof\n\r\"";
        List<FeedRecord> records = feeds.read(
                Feed.ORDER_LINES,
                "\"order\nid\",orderid,sku,qty\n" + note + ",a,A,1\r\n" + note + ",b,A,1\r" + "x,c,A,1");
        assertThat(records).extracting(FeedRecord::line).containsExactly(3L, 10L, 17L);
        assertThat(records).extracting(FeedRecord::raw).containsExactly(note + ",a,A,1", note + ",b,A,1", "x,c,A,1");
        assertThat(records)
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "", "A", 1), line("b", "", "A", 1), line("c", "", "A", 1));
    }

    @Test
    void commas_and_doubled_quotes_within_quotes_belong_to_the_field() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "\"a,\"\"b\"\"\",\"\",\"\"\"\"\"\",\"1\"\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a,\"b\"", "", "\"\"", 1));
    }

    @Test
    void a_quote_that_does_not_come_first_in_its_field_is_text() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a\"b,3\",c\"\"d, 1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a\"b", "3\"", "c\"\"d", 1));
        assertThat(feeds.read(Feed.ORDER_LINES, Rules.ONE, HEADER + "a, \"1\",\tx\"y\" ,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "\"1\"", "x\"y\"", 1));
    }

    @Test
    void spaces_and_tabs_may_follow_a_closing_quote() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "\"a\" ,\" 1\t\"\t,\"A\",\"1\" \t\r\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "1", "A", 1));
    }

    @Test
    void backslashes_hashes_and_semicolons_mean_nothing() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "#a,\\,\"A\\\",1\n;,\\n,\\N,1\n"))
                .extracting(FeedRecord::row)
                .containsExactly(line("#a", "\\", "A\\", 1), line(";", "\\n", "\\N", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"é", "٣", "x\u2028x", "\u0084x", "\uFFFE", "\uFFFF", "\uFEFF", "漢字", "\uD83D\uDE9A", "x\u000Bx"})
    void any_text_comes_out_as_it_went_in(String text) throws IOException {
        String raw = "a," + text + ",\"" + text + "\"," + text;
        List<FeedRecord> records = feeds.read(Feed.ORDER_LINES, "orderid,note,sku," + text + ",qty\n" + raw + ",1\n");
        assertThat(records).extracting(FeedRecord::raw).containsExactly(raw + ",1");
        boolean control = text.codePoints().anyMatch(c -> c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF);
        assertThat(records.get(0).row() instanceof RejectedRow).isEqualTo(control);
        assertThat(control || records.get(0).row().equals(line("a", "", text, 1)))
                .isTrue();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header_also_when_that_is_quoted() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, "\uFEFF\"orderid\",sku,qty\na,A,1\n"))
                .containsExactly(new FeedRecord(1, 2, new Position(1, 27, 3), "a,A,1", line("a", "", "A", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderid,line,sku,qty", "orderid,line,sku,qty\n", "\uFEFForderid,line,sku,qty\r\n\r\n"})
    void a_header_alone_is_a_feed_without_rows(String text) throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, text)).isEmpty();
    }

    @Test
    void the_last_record_may_lack_its_line_end() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a,1,A,1\nb,1,A,12"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "1", "A", 1), line("b", "1", "A", 12));
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a,1,A,1\nb,1,\"A\",\"12\""))
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "1", "A", 1), line("b", "1", "A", 12));
    }

    @Test
    void a_last_record_that_was_cut_off_is_a_rejected_row() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "a,1,A,1\nb,1"))
                .extracting(FeedRecord::row)
                .containsExactly(line("a", "1", "A", 1), rejected(RejectReason.FIELDS, "2 fields, the header has 4"));
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + "b,1,A,"))
                .extracting(FeedRecord::row)
                .containsExactly(rejected(RejectReason.QUANTITY, "qty is empty"));
    }

    @Test
    void a_nul_rejects_its_row_only_also_in_an_ignored_column() throws IOException {
        assertThat(feeds.read(Feed.ORDER_LINES, "orderid,sku,qty,note\na,A,1,x\0y\nb,B\0,1,\nc,C,1,\0\0\nd,D,1,\n"))
                .extracting(FeedRecord::row)
                .containsExactly(
                        rejected(RejectReason.IDENTIFIER, "field 4 holds a NUL (U+0000)"),
                        rejected(RejectReason.IDENTIFIER, "field 2 holds a NUL (U+0000)"),
                        rejected(RejectReason.IDENTIFIER, "field 4 holds a NUL (U+0000)"),
                        line("d", "", "D", 1));
    }

    @Test
    void the_raw_text_of_a_rejected_row_is_kept_to_the_letter() throws IOException {
        String quoted = "\"=1\" ,\"x,\0\"\"\r\n\",\uD83D\uDE9A\t";
        assertThat(feeds.read(Feed.ORDER_LINES, HEADER + quoted + "\r\n"))
                .extracting(FeedRecord::raw)
                .containsExactly(quoted);
    }

    @Test
    void closing_the_rows_closes_the_file() throws IOException {
        var channel = new CountingChannel(Files.newByteChannel(feeds.write(Feed.ORDER_LINES, HEADER)));
        CsvFile file = new CsvFile(channel, new Source("order_lines.csv"), Rules.CURRENT);
        CsvFeedRows.open(file, Feed.ORDER_LINES, Position.START).close();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void nothing_comes_behind_the_last_row_however_often_one_asks() throws IOException {
        Path file = feeds.write(Feed.ORDER_LINES, HEADER + "a,1,A,1\n");
        try (var rows =
                new CsvFeedReader(new Inbox(List.of())).open(file, Feed.ORDER_LINES, Rules.CURRENT, Position.START)) {
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    private static Row line(String orderId, String lineNumber, String sku, int quantity) {
        return new LineRow(new OrderLine(orderId, lineNumber, sku, quantity), "");
    }

    private static Row rejected(RejectReason reason, String detail) {
        return new RejectedRow(reason, detail);
    }
}
