package nightfill.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightfill.domain.words.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void leading_and_trailing_white_space_is_lost() {
        String white =
                "\u0009\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A"
                        + "\u2028\u2029\u202F\u205F\u3000";
        assertThat(Fields.trim(white + "a" + white + "b" + white, Rules.TWO)).isEqualTo("a" + white + "b");
        assertThat(Fields.trim(white, Rules.TWO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001C", "\u001F", "\u180E", "\u200B", "\u2060", "\u2800", "\u3164", "\uFEFF"})
    void what_only_looks_like_white_space_stays(String text) {
        assertThat(Fields.trim(text, Rules.TWO)).isEqualTo(text);
    }

    @Test
    void by_the_first_rules_only_spaces_and_tabs_are_lost() {
        assertThat(Fields.trim(" \t a b\tc \t", Rules.ONE)).isEqualTo("a b\tc");
        assertThat(Fields.trim("abc", Rules.ONE)).isEqualTo("abc");
        assertThat(Fields.trim(" \t ", Rules.ONE)).isEmpty();
        assertThat(Fields.trim("", Rules.ONE)).isEmpty();
        String others = "\u00A0\u2003\u3000\u000B\f\r\n\u0085\u2028\uFEFF\0";
        assertThat(Fields.trim(others, Rules.ONE)).isEqualTo(others);
    }

    @Test
    void a_nul_is_found_in_any_field() {
        assertThat(Fields.holdNul(List.of("a", "b\0c", "\0"))).isTrue();
        assertThat(Fields.placeOfNul(List.of("a", "b\0c", "\0"))).isEqualTo(1);
        assertThat(Fields.placeOfNul(List.of("\0"))).isZero();
        assertThat(Fields.holdNul(List.of("a", "", "\u2400"))).isFalse();
    }
}
