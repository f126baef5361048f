package nightfill.application.feeds;

import static nightfill.application.problem.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.run.AcceptedFeed;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.ControlEntry;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.FeedRecord.Position;
import nightfill.domain.feed.Row.BatchRow;
import nightfill.domain.feed.Row.LineRow;
import nightfill.domain.feed.Row.RejectedRow;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everyone who reads feeds, and the sender's word on them, must do. */
public abstract class FeedReaderContract {

    private static final String LINES = "orderid,line,sku,qty\n1,1,CHAIR,2\n2,,LAMP,x\n3,1,DESK,1\n";

    protected abstract FeedReader reader();

    protected abstract ControlReader control();

    /** Writes a file of that name; returns where it is. */
    protected abstract Path write(String name, String text) throws IOException;

    @Test
    void rows_are_told_in_file_order_with_number_line_place_and_text() throws IOException {
        Path file = write("order_lines.csv", LINES);

        List<FeedRecord> rows = read(file, Feed.ORDER_LINES, Position.START);

        assertThat(rows)
                .element(0)
                .isEqualTo(new FeedRecord(
                        1,
                        2,
                        new Position(1, 33, 3),
                        "1,1,CHAIR,2",
                        new LineRow(new OrderLine("1", "1", "CHAIR", 2), "")));
        assertThat(rows).element(1).satisfies(row -> assertThat(row.row()).isInstanceOf(RejectedRow.class));
        assertThat(rows).extracting(FeedRecord::raw).containsExactly("1,1,CHAIR,2", "2,,LAMP,x", "3,1,DESK,1");
    }

    @Test
    void each_feed_is_read_by_its_own_columns() throws IOException {
        Path batches = write("batches.csv", "ref,sku,qty,eta\nPO-1,CHAIR,10,\n");
        Path openings = write("allocations.csv", "orderid,line,sku,qty,batchref\n1,1,CHAIR,2,PO-1\n");

        assertThat(read(batches, Feed.BATCHES, Position.START))
                .extracting(FeedRecord::row)
                .containsExactly(new BatchRow("PO-1", "CHAIR", 10, null));
        assertThat(read(openings, Feed.ALLOCATIONS, Position.START))
                .extracting(FeedRecord::row)
                .containsExactly(new LineRow(new OrderLine("1", "1", "CHAIR", 2), "PO-1"));
    }

    @Test
    void reading_goes_on_behind_any_row_as_if_it_had_never_stopped() throws IOException {
        Path file = write("order_lines.csv", LINES);
        List<FeedRecord> all = read(file, Feed.ORDER_LINES, Position.START);

        for (FeedRecord row : all) {
            assertThat(read(file, Feed.ORDER_LINES, row.next())).isEqualTo(all.subList(row.number(), all.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orderid,line,quantity\n1,1,2\n", "1,1,CHAIR,2\n"})
    void a_feed_without_an_acceptable_header_is_refused(String text) throws IOException {
        Path file = write("order_lines.csv", text);

        assertThat(refused(() -> reader().open(file, Feed.ORDER_LINES, Rules.CURRENT, Position.START)
                        .close()))
                .hasMessageContaining("order_lines.csv, line 1");
    }

    @Test
    void a_damaged_file_is_refused_where_the_damage_is() throws IOException {
        Path file = write("order_lines.csv", "orderid,line,sku,qty\n1,1,CHAIR,2\n2,1,\"CHAIR,2\n");

        try (FeedReader.Rows rows = reader().open(file, Feed.ORDER_LINES, Rules.CURRENT, Position.START)) {
            assertThat(rows.next()).isNotNull();
            assertThat(refused(rows::next)).hasMessageContaining("order_lines.csv, line 3");
        }
    }

    @ParameterizedTest
    @CsvSource({"orderid, true", "'orderid\n', false", "'orderid\n1', true", "'', false"})
    void a_file_whose_last_record_has_no_line_end_may_be_torn(String text, boolean isTorn) throws IOException {
        assertThat(reader().isTorn(write("order_lines.csv", text))).isEqualTo(isTorn);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'\n\n', true", "' ', true", "'orderid\n', false", "orderid, false"})
    void a_file_may_have_no_record_at_all(String text, boolean isEmpty) throws IOException {
        assertThat(reader().isEmpty(write("dispatches.csv", text))).isEqualTo(isEmpty);
    }

    @ParameterizedTest
    @CsvSource({"DISPATCHES, 0, true", "DISPATCHES, 1, false", "DISPATCHES, , false", "ORDER_LINES, 0, false"})
    void an_empty_feed_that_nobody_needs_has_no_rows_where_its_sender_says_so(
            Feed feed, @Nullable Long rows, boolean may) throws IOException {
        AcceptedFeed accepted = new AcceptedFeed(feed, 0, "", rows);
        Path file = write(feed.fileName(), "");
        if (may) {
            assertThat(reader().open(file, accepted, Rules.CURRENT, Position.START)
                            .next())
                    .isNull();
        } else {
            assertThat(refused(() -> reader().open(file, accepted, Rules.CURRENT, Position.START)))
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void a_feed_tells_its_columns() throws IOException {
        Path file = write("order_lines.csv", "orderid,lineno,sku,qty,note\n");
        try (FeedReader.Rows rows = reader().open(file, Feed.ORDER_LINES, Rules.CURRENT, Position.START)) {
            assertThat(rows.columns().unread()).containsExactly("lineno", "note");
            assertThat(rows.columns().has("line")).isFalse();
            assertThat(rows.columns().has("sku")).isTrue();
        }
    }

    @Test
    void a_text_of_two_bytes_a_character_is_told_before_it_is_opened() throws IOException {
        reader().requireNarrow(write("order_lines.csv", LINES));
        Path wide = write("order_lines.csv", "o\0r\0d\0e\0r\0i\0d\0,\0");
        assertThat(refused(() -> reader().requireNarrow(wide)))
                .hasMessageContaining("order_lines.csv, line 1: UTF-16, not UTF-8");
    }

    @Test
    void a_file_that_is_not_there_cannot_be_read() throws IOException {
        Path missing = write("batches.csv", "").resolveSibling("missing.csv");

        assertThatIOException()
                .isThrownBy(() -> reader().open(missing, Feed.BATCHES, Rules.CURRENT, Position.START)
                        .close())
                .isInstanceOf(NoSuchFileException.class);
        assertThatIOException().isThrownBy(() -> reader().isTorn(missing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void the_senders_word_has_rows_and_maybe_a_hash_of_each_feed() throws IOException {
        String sha256 = "0123456789abcdef".repeat(4);
        Path file = write("control.csv", "file,rows,sha256\nbatches.csv,3,%s\norder_lines.csv,0,\n".formatted(sha256));

        assertThat(control().read(file))
                .containsExactly(
                        new ControlEntry(Feed.BATCHES, 3, Optional.of(sha256)),
                        new ControlEntry(Feed.ORDER_LINES, 0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no,header\n", "file,rows,sha256\nnotes.txt,3,\n"})
    void a_word_that_cannot_be_understood_is_refused(String text) throws IOException {
        Path file = write("control.csv", text);

        assertThat(refused(() -> control().read(file))).hasMessageContaining("control.csv, line ");
    }

    private List<FeedRecord> read(Path file, Feed feed, Position from) throws IOException {
        List<FeedRecord> records = new ArrayList<>();
        try (FeedReader.Rows rows = reader().open(file, feed, Rules.CURRENT, from)) {
            for (FeedRecord row = rows.next(); row != null; row = rows.next()) {
                records.add(row);
            }
        }
        return records;
    }
}
