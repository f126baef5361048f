package nightfill.adapter.csv;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.application.problem.Problem;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedFeedTest {

    private static final String HEADER = "orderid,sku,qty,note\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n", "\r\n\r\n", "\uFEFF\r"})
    void an_empty_feed_is_refused(String text) {
        assertRefused(Bytes.of(text), 1, "the file is empty; send it with at least its header");
    }

    @Test
    void a_missing_column_is_refused() {
        assertRefused(
                Bytes.of("orderid,sku,quantity\na,A,1\n"),
                1,
                "the header lacks the column qty; it reads: orderid,sku,quantity; correct the header");
    }

    @Test
    void the_line_of_a_faulty_header_is_that_on_which_it_begins() {
        assertRefused(
                Bytes.of("\r\n\norderid\n"),
                3,
                "the header lacks the column sku, qty; it reads: orderid; correct the header");
    }

    @Test
    void a_feed_without_header_is_refused() {
        assertRefused(
                Bytes.of("a,CHAIR,1\nb,B,1\n"),
                1,
                "the header lacks the column orderid, sku, qty, and names none that is known; correct the header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderid,sku,qty,SKU", "SKU\t,orderid,sku,qty", "\"sku \",sku,orderid,qty"})
    void a_header_named_twice_is_refused(String header) {
        assertRefused(Bytes.of(header, "\n"), 1, "the header names the column sku twice; correct the header");
    }

    @Test
    void a_line_number_named_twice_is_refused_though_it_may_be_absent() {
        assertRefused(
                Bytes.of("orderid,line,sku,qty,Line\n"),
                1,
                "the header names the column line twice; correct the header");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_line() {
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,\nb,B,1,caf", 0xE9, "\nc,C,1,\n"), 3, "E9");
        assertNotUtf8(Bytes.of(HEADER, 0xFF, 0xFE, "\n"), 2, "FF");
        assertNotUtf8(Bytes.of("orderid,sku,qty,Men", 0xFC, "\n"), 1, "FC");
    }

    @Test
    void the_line_is_that_of_the_byte_not_that_of_the_record() {
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,\"é\r\n\r\n\n", 0x80, "\n\n\"\n"), 5, "80");
        assertNotUtf8(Bytes.of("\n\"x\r", 0x80, "\",orderid,sku,qty\n"), 3, "80");
    }

    @Test
    void a_character_cut_off_is_not_utf_8() {
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xC3), 2, "C3");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xE2, 0x82), 2, "E2");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xF0, 0x9F, 0x9A), 2, "F0");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xC3, "\nb,B,1,\n"), 2, "C3");
        assertNotUtf8(Bytes.of(HEADER, "a,A,", 0xF0, 0x9F, 0x9A, ",1\n"), 2, "F0");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,\"", 0xC3, "\"\n"), 2, "C3");
    }

    @Test
    void overlong_forms_surrogates_and_what_lies_beyond_unicode_are_not_utf_8() {
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xC0, 0x80, "\n"), 2, "C0");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xC1, 0xBF, "\n"), 2, "C1");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xE0, 0x80, 0xAC, "\n"), 2, "E0");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xF0, 0x80, 0x80, 0xAC, "\n"), 2, "F0");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xED, 0xA0, 0xBD, 0xED, 0xBA, 0x9A, "\n"), 2, "ED");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xF4, 0x90, 0x80, 0x80, "\n"), 2, "F4");
        assertNotUtf8(Bytes.of(HEADER, "a,A,1,", 0xF8, 0x88, 0x80, 0x80, 0x80, "\n"), 2, "F8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "x-UTF-16LE-BOM",
                "UTF-32",
                "UTF-32LE",
                "UTF-32BE",
                "X-UTF-32LE-BOM",
                "X-UTF-32BE-BOM"
            })
    void wide_texts_are_refused_as_what_they_are(String charset) {
        String text = "orderid,sku,qty,größe,数量\r\na,A,1,大,\r\n".repeat(200);
        String encoding = charset.replaceFirst(".*(UTF-..).*", "$1");
        byte[] bytes = text.getBytes(Charset.forName(charset));
        String reason = encoding + ", not UTF-8; save it as UTF-8 and send it again";
        assertRefused(bytes, 1, reason);
        for (int length = 8; length < 60; length++) {
            assertRefused(Arrays.copyOf(bytes, length), 1, reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orderid,sku,qty\0\n", "o\0r\0derid,sku,qty,line\n", "\0orderid,sku\n", "\0\0\0\0\0\0\0\0"})
    void a_text_with_a_nul_here_and_there_is_not_wide(String text) {
        assertThat(refused(() -> FeedFiles.read(write(Bytes.of(text)), Feed.ORDER_LINES, Position.START)))
                .hasMessageContaining("the header lacks the column");
    }

    @Test
    void half_a_byte_order_mark_is_refused() {
        assertNotUtf8(Bytes.of(0xEF, 0xBB), 1, "EF");
        assertNotUtf8(Bytes.of(0xEF), 1, "EF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"x\n\n\n", "x,\"", "x,y,1,\"a\"\"", "x,y,1,\"a\"\"\n", "x,y,1,\"\"\"\nb,B,1,\n"})
    void a_quote_never_closed_is_refused_on_the_line_where_it_opens(String record) {
        String reason = "the quote opened here is never closed; close it, or send the file whole";
        assertRefused(Bytes.of(HEADER, record), 2, reason);
        assertRefused(Bytes.of(HEADER, "a,A,1,\"\r\n\"\r\n", record), 4, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a\"b,A,1,\n", "a,\"A\"\"\"x,1,\n", "a,\"A\" x,1,\n", "a,A,1,\"x\" \"y\"", "a,A,1,\"\"\0"})
    void text_behind_a_closing_quote_is_refused(String record) {
        String reason = "text follows a closing quote; double the quotes within the field, or leave the text away";
        assertRefused(Bytes.of(HEADER, record), 2, reason);
        assertRefused(Bytes.of(HEADER, "\n\r\n", record), 4, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\f", "\u000B", "\u2028", "\u3000"})
    void white_space_other_than_spaces_and_tabs_is_text_behind_a_closing_quote(String space) {
        assertRefused(
                Bytes.of(HEADER, "a,A,1,\"\n\"", space, "\n"),
                3,
                "text follows a closing quote; double the quotes within the field, or leave the text away");
    }

    @Test
    void rows_before_the_damage_are_read() throws IOException {
        Path file = write(Bytes.of(HEADER, "a,A,1,\nb,B,1,\"x\"y\n"));
        try (var rows =
                new CsvFeedReader(new Inbox(List.of())).open(file, Feed.ORDER_LINES, Rules.CURRENT, Position.START)) {
            assertThat(rows.next()).isNotNull();
            assertThatThrownBy(rows::next).isInstanceOf(Problem.class);
        }
    }

    @Test
    void a_refused_header_leaves_no_file_open() throws IOException {
        Path file = write(Bytes.of("nonsense\n"));
        var channel = new CountingChannel(Files.newByteChannel(file));
        CsvFile csv = new CsvFile(channel, new Source("order_lines.csv"), Rules.CURRENT);
        assertThatThrownBy(() -> CsvFeedRows.open(csv, Feed.ORDER_LINES, Position.START))
                .isInstanceOf(Problem.class);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_feed_that_is_not_there_is_no_refusal() {
        assertThatThrownBy(() -> FeedFiles.read(directory.resolve("batches.csv"), Feed.BATCHES, Position.START))
                .isInstanceOf(NoSuchFileException.class);
    }

    private void assertNotUtf8(byte[] bytes, int line, String wrong) {
        assertRefused(bytes, line, "byte 0x" + wrong + " is not UTF-8; save the file as UTF-8 and send it again");
    }

    private void assertRefused(byte[] bytes, int line, String reason) {
        assertThat(said(refused(() -> FeedFiles.read(write(bytes), Feed.ORDER_LINES, Position.START))))
                .isEqualTo("order_lines.csv, line %d: %s".formatted(line, reason));
    }

    private Path write(byte[] bytes) throws IOException {
        return new FeedFiles(directory).write(Feed.ORDER_LINES, bytes);
    }
}
