package nightfill.domain.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void control_characters_appear_2400_higher() {
        assertThat(Visible.text("a\0b\tc\r\nd\u001F")).isEqualTo("a\u2400b\u2409c\u240D\u240Ad\u241F");
        assertThat(Visible.text("\u007F\u0080\u009F")).isEqualTo("\u247F\u2480\u249F");
    }

    @Test
    void people_also_see_what_would_hide_or_turn_the_text_round() {
        assertThat(Visible.shown("a\u202Eb\u2028c\u2029d\uFEFF\u00AD\uDB40\uDC41\n"))
                .isEqualTo("a‹U+202E›b‹U+2028›c‹U+2029›d‹U+FEFF›‹U+00AD›‹U+E0041›\u240A");
        assertThat(Visible.shown("\u200C\u200D é\uD83D\uDE9A")).isEqualTo("\u200C\u200D é\uD83D\uDE9A");
        assertThat(Visible.unhidden("a\n\t\u202E\u001B\r\u0085")).isEqualTo("a\n\t‹U+202E›\u241B\u240D\u2485");
        assertThat(Visible.shown(Visible.shown("\u202E\n"))).isEqualTo(Visible.shown("\u202E\n"));
        assertThat(Visible.text("\u202E")).isEqualTo("\u202E");
    }

    @Test
    void all_else_stays() {
        String text = " ~\u00A0é٣\uD83D\uDE9A\uFFFE";
        assertThat(Visible.text(text)).isEqualTo(text);
        assertThat(Visible.text(text + "\n")).isEqualTo(text + "\u240A");
    }

    @Test
    void a_brief_text_has_at_most_60_code_points_and_a_mark_where_it_was_cut() {
        String truck = "\uD83D\uDE9A";
        assertThat(Visible.brief("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Visible.brief("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Visible.brief(truck.repeat(60))).isEqualTo(truck.repeat(60));
        assertThat(Visible.brief(truck.repeat(61))).isEqualTo(truck.repeat(60) + "…");
        assertThat(Visible.brief("x" + truck.repeat(1_000_000))).isEqualTo("x" + truck.repeat(59) + "…");
        assertThat(Visible.brief("\n".repeat(100))).isEqualTo("\u240A".repeat(60) + "…");
    }
}
