package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "0000,0",
        "007,7",
        "1234567890,1234567890",
        "2147483647,2147483647",
        "00000000000000000002147483647,2147483647"
    })
    void ascii_digits_are_a_quantity(String text, int quantity) {
        assertThat(Quantities.parse(text)).hasValue(quantity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-0",
                "+1",
                "1e3",
                "1.0",
                "1,000",
                "0x10",
                "1_000",
                "1 000",
                "٣",
                "１",
                "1٣",
                "²",
                "2147483648",
                "4294967297",
                "18446744073709551617",
                "99999999999999999999999",
                "NaN",
                "/",
                ":",
                "1\0"
            })
    void anything_else_is_none(String text) {
        assertThat(Quantities.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_000})
    void leading_zeros_may_be_any_number(int zeros) {
        assertThat(Quantities.parse("0".repeat(zeros) + "12")).hasValue(12);
    }
}
