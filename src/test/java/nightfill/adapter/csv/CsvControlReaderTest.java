package nightfill.adapter.csv;

import static nightfill.application.problem.Problems.refused;
import static nightfill.application.problem.Problems.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightfill.adapter.files.Inbox;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CsvControlReaderTest {

    private static final String HEADER = "file,rows,sha256\n";
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    Path directory;

    @Test
    void the_sender_tells_rows_and_hash_of_each_feed() throws IOException {
        assertThat(read(HEADER + "batches.csv,3," + HASH + "\norder_lines.csv,0,\n"))
                .containsExactly(
                        new ControlEntry(Feed.BATCHES, 3, Optional.of(HASH)),
                        new ControlEntry(Feed.ORDER_LINES, 0, Optional.empty()));
    }

    @Test
    void it_is_read_by_the_rules_of_feeds() throws IOException {
        String text = "\uFEFF\"SHA256 \",by,\tRows,File\r\n\r\n" + HASH.toUpperCase(Locale.ROOT)
                + ",\"x,\r\ny\", 0012 ,\"batches.csv\" \r ,,1,dispatches.csv";
        assertThat(read(text))
                .containsExactly(
                        new ControlEntry(Feed.BATCHES, 12, Optional.of(HASH)),
                        new ControlEntry(Feed.DISPATCHES, 1, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(value = Feed.class, mode = Mode.EXCLUDE, names = "URGENT")
    void every_feed_that_is_sent_may_be_named(Feed feed) throws IOException {
        assertThat(read(HEADER + feed.fileName() + ",1,\n"))
                .containsExactly(new ControlEntry(feed, 1, Optional.empty()));
    }

    @Test
    void a_header_alone_speaks_of_no_feed() throws IOException {
        assertThat(read(HEADER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control.csv",
                "orders.csv",
                "BATCHES.CSV",
                "batches",
                "./batches.csv",
                "=batches.csv",
                "urgent.csv"
            })
    void a_file_that_is_no_feed_is_refused(String name) {
        assertRefused(HEADER + name + ",1,\n", 2, "no feed has the file name " + name);
    }

    @Test
    void a_row_without_file_name_is_refused() {
        assertRefused(HEADER + "\n ,1,\n", 3, "no feed has the file name (empty)");
    }

    @Test
    void a_file_named_twice_is_refused() {
        assertRefused(HEADER + "batches.csv,1,\r\n\"batches.csv\",1,\n", 3, "a second row for batches.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1.0", "٣", "x", "2147483648", "1 0"})
    void rows_that_are_no_number_are_refused(String rows) {
        assertRefused(
                HEADER + "batches.csv," + rows + ",\n", 2, "rows is not a whole number from 0 to 2147483647: " + rows);
    }

    @Test
    void rows_left_out_are_refused() {
        assertRefused(HEADER + "batches.csv,,\n", 2, "rows is not a whole number from 0 to 2147483647: (empty)");
    }

    @Test
    void a_hash_that_is_none_is_refused() {
        for (String hash : List.of("0", HASH.substring(1), HASH.replace('0', 'g'), HASH.replace('0', '０'))) {
            assertRefused(
                    HEADER + "batches.csv,1," + hash + "\n",
                    2,
                    "sha256 is not 64 hexadecimal digits: "
                            + (hash.length() > 60 ? hash.substring(0, 60) + "…" : hash));
        }
    }

    @Test
    void another_number_of_fields_is_refused() {
        assertRefused(HEADER + "batches.csv,1\n", 2, "2 fields, the header has 3");
        assertRefused(HEADER + "batches.csv,1,,\n", 2, "4 fields, the header has 3");
    }

    @Test
    void a_nul_is_refused_also_in_an_ignored_column() {
        assertRefused("file,rows,sha256,by\nbatches.csv,1,,\0\n", 2, "a NUL (U+0000)");
    }

    @Test
    void a_damaged_file_is_refused_as_feeds_are() {
        assertThatThrownBy(() -> read("f\0i\0l\0e\0,\0r\0o\0w\0s\0"))
                .hasMessageStartingWith("control.csv, line 1: UTF-16, not UTF-8");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("control.csv, line 1: the file is empty");
        assertThatThrownBy(() -> read("file,rows\n"))
                .hasMessageStartingWith("control.csv, line 1: the header lacks the column sha256");
        assertThatThrownBy(() -> read("file,rows,sha256,ROWS\n"))
                .hasMessageStartingWith("control.csv, line 1: the header names the column rows twice");
        assertThatThrownBy(() -> read(HEADER + "\"batches.csv,1,\n"))
                .hasMessageStartingWith("control.csv, line 2: the quote opened here is never closed");
        assertThatThrownBy(() -> read(HEADER + "\"batches.csv\"x,1,\n"))
                .hasMessageStartingWith("control.csv, line 2: text follows a closing quote");
    }

    private void assertRefused(String text, int line, String reason) {
        assertThat(said(refused(() -> read(text))))
                .isEqualTo("control.csv, line %d: %s; send a correct control file, or none".formatted(line, reason));
    }

    private List<ControlEntry> read(String text) throws IOException {
        return new CsvControlReader(new Inbox(List.of()))
                .read(Files.writeString(directory.resolve("control.csv"), text));
    }
}
