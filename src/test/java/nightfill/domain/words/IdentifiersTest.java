package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    /** U+1F69A, two UTF-16 units and one code point. */
    private static final String TRUCK = "\uD83D\uDE9A";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "0", "PO-7=+@", "a b", "Stühle", "椅子", TRUCK, "'x", "\"", ",", "~", "\u00A0", "\u2028", "#", "_-"
            })
    void any_printable_text_is_one(String text) {
        assertThat(Identifiers.isIdentifier(text)).isTrue();
    }

    @Test
    void an_empty_text_is_none() {
        assertThat(Identifiers.isIdentifier("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 254, 255})
    void up_to_255_code_points_are_one(int length) {
        assertThat(Identifiers.isIdentifier("a".repeat(length))).isTrue();
        assertThat(Identifiers.isIdentifier(TRUCK.repeat(length))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1000})
    void more_code_points_are_none(int length) {
        assertThat(Identifiers.isIdentifier("a".repeat(length))).isFalse();
        assertThat(Identifiers.isIdentifier(TRUCK.repeat(length))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "=1+1", "-7", "+7", "@SUM"})
    void what_a_spreadsheet_may_take_for_a_formula_is_none(String text) {
        assertThat(Identifiers.isIdentifier(text)).isFalse();
    }

    @Test
    void a_control_character_anywhere_makes_it_none() {
        for (char control = 0; control <= 0x9F; control = next(control)) {
            assertThat(Identifiers.isIdentifier("a" + control))
                    .as("U+%04X", (int) control)
                    .isFalse();
            assertThat(Identifiers.isIdentifier(control + "a"))
                    .as("U+%04X", (int) control)
                    .isFalse();
            assertThat(Identifiers.isIdentifier("a" + control + "a"))
                    .as("U+%04X", (int) control)
                    .isFalse();
        }
    }

    @Test
    void by_the_second_rules_every_format_character_but_the_joiners_makes_it_none() {
        int count = 0;
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = "a" + Character.toString(point) + "b";
            boolean isJoiner = point == 0x200C || point == 0x200D;
            if (Character.getType(point) == Character.FORMAT || FormatCharacters.isUnwelcome(point)) {
                assertThat(Identifiers.isIdentifier(text, Rules.TWO))
                        .as("U+%04X", point)
                        .isEqualTo(isJoiner);
                assertThat(Identifiers.isIdentifier(text, Rules.ONE)).isTrue();
                assertThat(Identifiers.isIdentifier(text)).isTrue();
                count++;
            }
        }
        assertThat(count).as("all of Unicode 16").isEqualTo(170);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFF1Da", "\uFF0B1", "\uFF0D1", "\uFF20", "\u200C", "\u200D\u200D", "\u200D=1", "\u200C\uFF1D1"
            })
    void what_only_the_second_rules_turn_away(String text) {
        assertThat(Identifiers.isIdentifier(text, Rules.TWO)).isFalse();
        assertThat(Identifiers.isIdentifier(text, Rules.ONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=1", "a\u0000"})
    void what_all_rules_turn_away(String text) {
        assertThat(Identifiers.isIdentifier(text, Rules.TWO)).isFalse();
        assertThat(Identifiers.isIdentifier(text, Rules.ONE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200Cb", "\u200Da", "a\uFF1D", "\uFF0Ea", "\uD83D\uDE9A"})
    void what_all_rules_let_pass(String text) {
        assertThat(Identifiers.isIdentifier(text, Rules.TWO)).isTrue();
        assertThat(Identifiers.isIdentifier(text, Rules.ONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    void control_characters_are_those_below_the_space_and_from_delete_to_9f(int character) {
        assertThat(Identifiers.isControl(character)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x7E, 0xA0, 0x200B, 0x2028, 0xFFFD})
    void their_neighbours_are_not(int character) {
        assertThat(Identifiers.isControl(character)).isFalse();
    }

    /** U+0000 to U+001F, then U+007F to U+009F. */
    private static char next(char control) {
        return control == 0x1F ? 0x7F : (char) (control + 1);
    }
}
