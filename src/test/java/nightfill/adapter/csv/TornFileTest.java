package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TornFileTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r", "orderid\n", "orderid\r\n", "orderid\r", "orderid\n\n"})
    void a_file_that_ends_with_a_line_end_is_whole_and_an_empty_one_another_matter(String text) throws IOException {
        assertThat(isTorn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o", "orderid", "orderid\na", "orderid\na ", "orderid\na,\"\"", "\uFEFF", "orderid\n\u010A"})
    void any_other_may_be_torn(String text) throws IOException {
        assertThat(isTorn(text)).isTrue();
    }

    private boolean isTorn(String text) throws IOException {
        return new CsvFeedReader().isTorn(new FeedFiles(directory).write(Feed.BATCHES, text));
    }
}
