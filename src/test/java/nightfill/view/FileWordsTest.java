package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nightfill.domain.proof.FileState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "9999, '9,999 bytes'",
        "10000, 10 kB",
        "47499999, 47 MB",
        "3000000000, '3,000 MB'"
    })
    void sizes_have_few_digits(long bytes, String text) {
        assertThat(FileWords.size(bytes)).isEqualTo(text);
    }

    @Test
    void states_differ_without_colour() {
        assertThat(Stream.of(FileState.values())
                        .map(state -> FileWords.mark(state).shape()))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(FileState.values()).map(FileWords::meaning)).doesNotHaveDuplicates();
    }
}
