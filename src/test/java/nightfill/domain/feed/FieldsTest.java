package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void leading_and_trailing_spaces_and_tabs_are_lost() {
        assertThat(Fields.trim(" \t a b\tc \t")).isEqualTo("a b\tc");
        assertThat(Fields.trim("abc")).isEqualTo("abc");
        assertThat(Fields.trim(" \t ")).isEmpty();
        assertThat(Fields.trim("")).isEmpty();
    }

    @Test
    void no_other_white_space_is_lost() {
        String others = "\u00A0\u2003\u3000\u000B\f\r\n\u0085\u2028\uFEFF\0";
        assertThat(Fields.trim(others)).isEqualTo(others);
    }

    @Test
    void a_nul_is_found_in_any_field() {
        assertThat(Fields.holdNul(List.of("a", "b\0c", "\0"))).isTrue();
        assertThat(Fields.placeOfNul(List.of("a", "b\0c", "\0"))).isEqualTo(1);
        assertThat(Fields.placeOfNul(List.of("\0"))).isZero();
        assertThat(Fields.holdNul(List.of("a", "", "\u2400"))).isFalse();
    }
}
