package nightfill.application.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 5, true",
        "0, 1, 5, false",
        "3, 3, 3, true",
        "3, 4, 9, false",
        "50%, 1, 2, true",
        "50%, 2, 3, false",
        "0%, 0, 0, true",
        "0%, 1, 1000, false",
        "100%, 7, 7, true",
        "33%, 33, 100, true",
        "33%, 34, 100, false",
        "100%, 2147483647, 2147483647, true"
    })
    void is_a_number_or_a_percentage(String text, long deleted, long files, boolean allowed) {
        assertThat(DeleteLimit.parse(text).orElseThrow().allows(deleted, files)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "101%", "%", "5 %", "1e3", "0x10", "1.5", "12345678901"})
    void is_nothing_else(String text) {
        assertThat(DeleteLimit.parse(text)).isEmpty();
    }

    @Test
    void is_half_of_the_files_unless_ordered() {
        assertThat(DeleteLimit.DEFAULT.allows(5, 10)).isTrue();
        assertThat(DeleteLimit.DEFAULT.allows(6, 10)).isFalse();
        assertThat(DeleteLimit.DEFAULT).hasToString("50 %");
    }
}
