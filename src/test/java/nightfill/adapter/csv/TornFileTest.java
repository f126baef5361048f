package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.Inbox;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TornFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r",
                "orderid\n",
                "orderid\r\n",
                "orderid\r",
                "orderid\n\n",
                "o\n\u001A",
                "o\r\u001A\u001A",
                "\u001A",
                "o\u001A\n"
            })
    void a_file_that_ends_with_a_line_end_is_whole_and_an_empty_one_another_matter(String text) throws IOException {
        assertThat(isTorn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o",
                "orderid",
                "orderid\na",
                "orderid\na ",
                "orderid\na,\"\"",
                "\uFEFF",
                "orderid\n\u010A",
                "o\u001A",
                "o\n\u001A,\u001A"
            })
    void any_other_may_be_torn(String text) throws IOException {
        assertThat(isTorn(text)).isTrue();
    }

    @Test
    void end_marks_are_passed_over_however_many() throws IOException {
        String marks = "\u001A".repeat(200_000);
        assertThat(isTorn("orderid\n" + marks)).isFalse();
        assertThat(isTorn("orderid" + marks)).isTrue();
    }

    private boolean isTorn(String text) throws IOException {
        return new CsvFeedReader(new Inbox(List.of())).isTorn(new FeedFiles(directory).write(Feed.BATCHES, text));
    }
}
