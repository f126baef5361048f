package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private static final String KNOWN = "CHAIR-OAK É1";

    @Test
    void texts_look_alike_whatever_cannot_be_seen_in_them() {
        List<Integer> invisible = IntStream.rangeClosed(0xA0, Character.MAX_CODE_POINT)
                .filter(point -> FormatCharacters.isFormat(point) || Character.isSpaceChar(point))
                .boxed()
                .toList();
        assertThat(invisible)
                .hasSizeGreaterThan(150)
                .contains(0xA0, 0xAD, 0x200B, 0x200D, 0x2060, 0x3000, 0xFEFF, 0x1343F);
        invisible.forEach(point -> assertLikeKnown("CHA" + Character.toString(point) + "IR-OAK É1"));
        for (int point : new int[] {0x034F, 0x115F, 0x3164, 0xFE0F, 0xFFA0, 0xE0100}) {
            assertLikeKnown(KNOWN + Character.toString(point));
        }
    }

    @Test
    void every_kind_of_dash_is_one() {
        List<Integer> dashes = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212)
                .boxed()
                .toList();
        assertThat(dashes).hasSizeGreaterThan(20).contains(0x2D, 0x2010, 0x2011, 0x2013, 0x2014, 0xFF0D);
        dashes.forEach(point -> assertLikeKnown("CHAIR" + Character.toString(point) + "OAK É1"));
    }

    @Test
    void composition_width_and_case_do_not_count() {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertLikeKnown(Normalizer.normalize(KNOWN, form));
        }
        assertLikeKnown("chair-oak é1");
        assertLikeKnown("Chair-Oak É１");
        assertLikeKnown("ＣＨＡＩＲ－ＯＡＫ É1");
        assertThat(Likeness.key("\u2121")).isEqualTo(Likeness.key("tel"));
        assertThat(Likeness.key("STRASSE")).isEqualTo(Likeness.key("straße"));
    }

    @ParameterizedTest
    @CsvSource({"CHAIR-OAK E1", "CHAIROAK É1", "CHAIR-OAK É2", "CHAIR_OAK É1", "CHAIR-0AK É1"})
    void what_people_can_tell_apart_does_not_look_alike(String other) {
        assertThat(Likeness.key(other)).isNotEqualTo(Likeness.key(KNOWN));
    }

    @Test
    void the_code_point_that_differs_is_told_by_number_and_name() {
        assertThat(Likeness.difference("CHAIR\u00A0OAK", "CHAIR OAK"))
                .isEqualTo("character 6 is U+00A0 NO-BREAK SPACE, in that U+0020 SPACE");
        assertThat(Likeness.difference("CHAIR\u2011OAK", "CHAIR-OAK"))
                .isEqualTo("character 6 is U+2011 NON-BREAKING HYPHEN, in that U+002D HYPHEN-MINUS");
        assertThat(Likeness.difference("CHAIR\u200B", "CHAIR"))
                .isEqualTo("character 6 is U+200B ZERO WIDTH SPACE, which that has not");
        assertThat(Likeness.difference("\uFEFFCHAIR", "CHAIR"))
                .isEqualTo("character 1 is U+FEFF ZERO WIDTH NO-BREAK SPACE, which that has not");
        assertThat(Likeness.difference("CHAIR", "CHAIR\u00AD"))
                .isEqualTo("it lacks U+00AD SOFT HYPHEN behind character 5");
        assertThat(Likeness.difference("e\u0301tage", "\u00E9tage"))
                .isEqualTo(
                        "character 1 is U+0065 LATIN SMALL LETTER E + U+0301 COMBINING ACUTE ACCENT, in that U+00E9 LATIN"
                                + " SMALL LETTER E WITH ACUTE");
        assertThat(Likeness.difference("chair", "CHAIR"))
                .startsWith("character 1 is U+0063 LATIN SMALL LETTER C + ")
                .endsWith("U+0041 LATIN CAPITAL LETTER A …");
        assertThat(Likeness.difference("CHAIR\uDB40\uDFFF", "CHAIR"))
                .isEqualTo("character 6 is U+E03FF (no name), which that has not");
        assertThat(Likeness.difference("AA", "AAA"))
                .isEqualTo("it lacks U+0041 LATIN CAPITAL LETTER A behind character 2");
    }

    private static void assertLikeKnown(String text) {
        assertThat(Likeness.key(text)).as(text).isEqualTo(Likeness.key(KNOWN));
    }
}
