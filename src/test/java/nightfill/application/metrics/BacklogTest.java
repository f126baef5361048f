package nightfill.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import nightfill.application.figures.Tally;
import org.junit.jupiter.api.Test;

class BacklogTest {

    /** The last night first. */
    private static Backlog of(long... lines) {
        List<Tally> nights =
                LongStream.of(lines).mapToObj(each -> new Tally(each, 2 * each)).toList();
        return Backlog.of(nights);
    }

    @Test
    void it_grows_as_long_as_each_night_leaves_more_than_the_one_before() {
        assertThat(of(5, 4, 3, 7, 1).growing()).isEqualTo(2);
        assertThat(of(5, 5, 3).growing()).isZero();
        assertThat(of(4, 5, 3).growing()).isZero();
        assertThat(of(3, 2, 1).growing()).isEqualTo(2);
        assertThat(of(3).growing()).isZero();
    }

    @Test
    void usual_is_the_median_of_the_eight_nights_before_it() {
        assertThat(of(100, 1, 2, 3, 4, 5, 6, 7, 8, 1000, 1000).usual()).hasValue(4);
        assertThat(of(100, 7).usual()).hasValue(7);
        assertThat(of(100).usual()).isEmpty();
        assertThat(of(100).open()).isEqualTo(new Tally(100, 200));
    }
}
