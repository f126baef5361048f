package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedTest {

    @ParameterizedTest
    @EnumSource(Feed.class)
    void a_feed_is_known_by_its_file_name(Feed feed) {
        assertThat(Feed.named(feed.fileName())).hasValue(feed);
        assertThat(feed.fileName()).isEqualTo(feed.label() + ".csv").hasSizeGreaterThan(8);
        assertThat(Feed.named(feed.label())).isEmpty();
        assertThat(Feed.of(feed.label())).isEqualTo(feed);
    }

    @ParameterizedTest
    @EnumSource(Feed.class)
    void no_night_starts_without_batches_and_order_lines(Feed feed) {
        assertThat(feed.mandatory()).isEqualTo(feed == Feed.BATCHES || feed == Feed.ORDER_LINES);
    }

    @Test
    void other_files_are_no_feeds() {
        assertThat(Feed.named("control.csv")).isEmpty();
        assertThat(Feed.named("Batches.csv")).isEmpty();
    }
}
