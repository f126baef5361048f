package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.web.console.look.Chart.Line;
import nightfill.adapter.web.console.look.Chart.Row;
import nightfill.application.figures.FillRate;
import nightfill.application.figures.Tally;
import nightfill.application.watch.Trends.Point;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static Point night(int day, long rejected, @Nullable Duration duration) {
        return new Point(
                new RunName(FRIDAY.plusDays(day), 1), new FillRate(90, 10), duration, rejected, new Tally(10, 20));
    }

    @Test
    void a_night_is_where_its_date_and_its_figure_are() {
        Chart chart = Chart.of(Trend.REJECTS, List.of(night(0, 0, null), night(1, 40, null), night(4, 20, null)));

        assertThat(chart.drawing().line()).isEqualTo("M0.0 1000.0L250.0 0.0L1000.0 500.0");
        assertThat(chart.drawing().dots()).isEqualTo("M0.0 1000.0h0M250.0 0.0h0M1000.0 500.0h0");
        assertThat(chart.grid())
                .extracting(Line::y, Line::text)
                .containsExactly(tuple(168, "0"), tuple(93, "20"), tuple(18, "40"));
    }

    @Test
    void the_line_is_broken_where_a_night_has_no_figure() {
        Chart chart = Chart.of(
                Trend.DURATION,
                List.of(night(0, 0, Duration.ofMinutes(20)), night(1, 0, null), night(2, 0, Duration.ofMinutes(10))));

        assertThat(chart.drawing().line()).isEqualTo("M0.0 0.0M1000.0 500.0");
        assertThat(chart.rows()).extracting(Row::figure).containsExactly("10 min", "\u2013", "20 min");
    }

    @Test
    void it_says_what_it_shows() {
        assertThat(Chart.of(Trend.REJECTS, List.of(night(0, 3, null), night(1, 1, null)))
                        .says())
                .isEqualTo("Last 1, on 2026-11-21; lowest 1, highest 3, on average 2.");
        assertThat(Chart.of(Trend.FILL_RATE, List.of(night(0, 3, null))).says())
                .isEqualTo("Last 90.0%, on 2026-11-20; lowest 90.0%, highest 90.0%, on average 90.0%.");
        assertThat(Chart.of(Trend.DURATION, List.of(night(0, 3, null))).says()).isEqualTo("No night has this figure.");
    }

    @Test
    void a_single_night_is_in_the_middle() {
        assertThat(Chart.of(Trend.BACKLOG, List.of(night(0, 3, null))).drawing().dots())
                .isEqualTo("M500.0 0.0h0");
    }
}
