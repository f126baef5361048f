package nightfill.application.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectLimitTest {

    @ParameterizedTest
    @CsvSource({"0,0", "20,20", "20,1000", "21,1050", "2000,100000", "20000,1000000"})
    void by_default_two_percent_are_allowed_or_twenty_where_that_is_more(long rejected, long rows) {
        assertThat(limit("").allows(rejected, rows)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"21,21", "21,1000", "21,1049", "2001,100000", "20001,1000000"})
    void by_default_more_is_too_many(long rejected, long rows) {
        assertThat(limit("").allows(rejected, rows)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "7,7,7", "007,7,1000000", "999999999,999999999,999999999"})
    void a_number_is_allowed_whatever_the_rows(String text, long rejected, long rows) {
        assertThat(limit(text).allows(rejected, rows)).isTrue();
        assertThat(limit(text).allows(rejected + 1, rows + 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0%,0,1000", "2%,20,1000", "0.5%,5,1000", "99.9%,999,1000", "0.009%,9,100000", "0.57%,57,10000"})
    void a_percentage_is_of_the_rows(String text, long rejected, long rows) {
        assertThat(limit(text).allows(rejected, rows)).isTrue();
        assertThat(limit(text).allows(rejected + 1, rows)).isFalse();
        assertThat(limit(text).allows(rejected + 1, rows + 1)).isFalse();
    }

    @Test
    void every_percentage_is_met_to_the_row() {
        LongStream.range(1, 100_000).forEach(thousandths -> {
            RejectLimit limit = limit("%d.%03d%%".formatted(thousandths / 1000, thousandths % 1000));
            assertThat(limit.allows(thousandths, 100_000)).as("%s", limit).isTrue();
            assertThat(limit.allows(thousandths + 1, 100_000)).as("%s", limit).isFalse();
        });
    }

    @Test
    void a_hundred_percent_allows_all() {
        assertThat(limit("100%").allows(7, 7)).isTrue();
        assertThat(limit("100.000%").allows(7, 7)).isTrue();
    }

    @Test
    void an_empty_feed_has_not_too_many() {
        assertThat(limit("0").allows(0, 0)).isTrue();
        assertThat(limit("0%").allows(0, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "-1",
                "+1",
                "1e3",
                "1.5",
                "1234567890",
                "٣",
                "seven",
                "%",
                "-2%",
                "2 %",
                "2%%",
                ".5%",
                "2.%",
                "2.0001%",
                "100.1%",
                "101%",
                "999%",
                "٣%",
                "2%\n"
            })
    void anything_else_is_no_limit(String text) {
        assertThat(RejectLimit.parse(text)).isEmpty();
    }

    @Test
    void says_for_people_how_much_is_allowed() {
        assertThat(limit("")).hasToString("2 % of the rows, or 20 where that is more");
        assertThat(limit("7")).hasToString("7");
        assertThat(limit("0.5%")).hasToString("0.5 % of the rows");
        assertThat(limit("2%")).hasToString("2 % of the rows");
    }

    private static RejectLimit limit(String text) {
        return RejectLimit.parse(text).orElseThrow();
    }
}
