package nightfill.application.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.domain.feed.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateNightTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private final Map<Feed, List<String>> written = new LinkedHashMap<>();
    private final GenerateNight generate = new GenerateNight((night, feeds) -> {
        feeds.forEach(feed -> written.put(feed.feed(), feed.rows().get().toList()));
        return night;
    });

    @Test
    void hands_in_both_feeds_of_the_date() throws IOException {
        assertThat(generate.generate(DATE, 400, 1, Path.of("input"))).isEqualTo(Path.of("input/2026-11-20"));

        assertThat(written).containsOnlyKeys(Feed.BATCHES, Feed.ORDER_LINES);
        assertThat(written.get(Feed.ORDER_LINES)).hasSize(400);
        assertThat(written.get(Feed.BATCHES)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void makes_a_night_of_a_single_line(long seed) throws IOException {
        generate.generate(DATE, 1, seed, Path.of("input"));

        assertThat(written.get(Feed.ORDER_LINES)).as("seed %d", seed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 31})
    void takes_no_impossible_number_of_lines(long lines) {
        assertThatThrownBy(() -> generate.generate(DATE, lines, 1, Path.of("input")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessageContaining(Long.toString(lines));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2200-01-01"})
    void takes_no_date_outside_the_two_centuries(LocalDate date) {
        assertThatThrownBy(() -> generate.generate(date, 1, 1, Path.of("input")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.USAGE))
                .hasMessageContaining(date.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2199-12-31"})
    void takes_the_first_and_the_last_date_of_the_two_centuries(LocalDate date) throws IOException {
        assertThat(generate.generate(date, 1, 1, Path.of("input"))).isEqualTo(Path.of("input", date.toString()));
    }

    @Test
    void takes_as_many_lines_as_can_be_counted() throws IOException {
        GenerateNight unread = new GenerateNight((night, feeds) -> night);

        assertThat(unread.generate(DATE, Integer.MAX_VALUE, 1, Path.of("input")))
                .isEqualTo(Path.of("input/2026-11-20"));
    }
}
