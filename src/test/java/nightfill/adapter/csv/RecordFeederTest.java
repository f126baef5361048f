package nightfill.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordFeederTest {

    private final RecordFeeder feeder = new RecordFeeder();

    @Test
    void a_record_is_given_in_pieces_and_then_its_line_end() {
        feeder.offer("abc");
        assertThat(read(2)).isEqualTo("ab");
        assertThat(read(1)).isEqualTo("c");
        assertThat(read(5)).isEqualTo("\n");
        feeder.offer("de");
        assertThat(read(5)).isEqualTo("de\n");
    }

    @Test
    void a_parser_that_asks_for_more_than_the_record_is_stopped() {
        feeder.offer("abc");
        assertThat(read(5)).isEqualTo("abc\n");
        assertThatThrownBy(() -> read(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_parser_that_leaves_part_of_the_record_is_found_out() {
        feeder.offer("abc");
        assertThat(read(3)).isEqualTo("abc");
        assertThatThrownBy(feeder::requireDrained).isInstanceOf(IllegalStateException.class);
        assertThat(read(1)).isEqualTo("\n");
        feeder.requireDrained();
    }

    private String read(int length) {
        char[] buffer = new char[length];
        return new String(buffer, 0, feeder.read(buffer, 0, length));
    }
}
