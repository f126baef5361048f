package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    private static final Limit TWENTY_OR_TWO_PERCENT = new Limit(20, Share.percent(2));

    @ParameterizedTest
    @CsvSource({"0,0", "20,20", "20,1000", "21,1050", "2000,100000", "20000,1000000"})
    void of_a_number_and_a_share_the_greater_is_allowed(long part, long whole) {
        assertThat(TWENTY_OR_TWO_PERCENT.allows(part, whole)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"21,21", "21,1000", "21,1049", "2001,100000", "20001,1000000"})
    void what_exceeds_both_is_too_much(long part, long whole) {
        assertThat(TWENTY_OR_TWO_PERCENT.allows(part, whole)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "7,7,7", "007,7,1000000", "999999999,999999999,999999999"})
    void a_number_is_allowed_whatever_the_whole(String text, long part, long whole) {
        assertThat(limit(text).allows(part, whole)).isTrue();
        assertThat(limit(text).allows(part + 1, whole + 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0%,0,1000", "2%,20,1000", "0.5%,5,1000", "99.9%,999,1000", "0.009%,9,100000", "0.57%,57,10000"})
    void a_percentage_is_of_the_whole(String text, long part, long whole) {
        assertThat(limit(text).allows(part, whole)).isTrue();
        assertThat(limit(text).allows(part + 1, whole)).isFalse();
        assertThat(limit(text).allows(part + 1, whole + 1)).isFalse();
    }

    @Test
    void every_percentage_is_met_to_the_last() {
        LongStream.range(1, 100_000).forEach(thousandths -> {
            Limit limit = limit("%d.%03d%%".formatted(thousandths / 1000, thousandths % 1000));
            assertThat(limit.allows(thousandths, 100_000)).as("%s", limit).isTrue();
            assertThat(limit.allows(thousandths + 1, 100_000)).as("%s", limit).isFalse();
        });
    }

    @Test
    void a_hundred_percent_allows_all() {
        assertThat(limit("100%").allows(7, 7)).isTrue();
        assertThat(limit("100.000%").allows(7, 7)).isTrue();
        assertThat(Limit.NONE.allows(2_147_483_647, 2_147_483_647)).isTrue();
    }

    @Test
    void nothing_of_nothing_is_allowed() {
        assertThat(limit("0").allows(0, 0)).isTrue();
        assertThat(limit("0%").allows(0, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
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
        assertThat(Limit.parse(text)).isEmpty();
    }

    @Test
    void says_for_people_how_much_is_allowed() {
        assertThat(TWENTY_OR_TWO_PERCENT).hasToString("2 %, or 20 where that is more");
        assertThat(limit("7")).hasToString("7");
        assertThat(limit("0%")).hasToString("0");
        assertThat(limit("0.5%")).hasToString("0.5 %");
        assertThat(limit("0.009%")).hasToString("0.009 %");
        assertThat(limit("2.000%")).hasToString("2 %");
        assertThat(Limit.NONE).hasToString("100 %");
    }

    private static Limit limit(String text) {
        return Limit.parse(text).orElseThrow();
    }
}
