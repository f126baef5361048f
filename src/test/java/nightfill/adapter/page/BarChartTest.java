package nightfill.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BarChartTest {

    @Test
    void segments_stand_one_behind_the_other_in_shares_of_the_whole() {
        String svg = chart(bar("Lines", 3, new BarChart.Segment("a", "in", 1), new BarChart.Segment("b", "out", 2)))
                .svg();

        assertThat(svg)
                .contains("<rect class=\"a\" x=\"0.00%\" y=\"22\" width=\"33.33%\" height=\"14\"/>")
                .contains("<rect class=\"b\" x=\"33.33%\" y=\"22\" width=\"66.67%\" height=\"14\"/>");
    }

    @Test
    void each_bar_has_a_place_of_its_own() {
        String svg = chart(
                        bar("Lines", 2, new BarChart.Segment("a", "in", 1)),
                        bar("Units", 4, new BarChart.Segment("a", "in", 1)))
                .svg();

        assertThat(svg).contains("height=\"92\"", "y=\"22\" width=\"50.00%\"", "y=\"68\" width=\"25.00%\"");
    }

    @Test
    void nothing_is_drawn_of_nothing() {
        assertThat(chart(bar("Lines", 0, new BarChart.Segment("a", "in", 0))).svg())
                .doesNotContain("class=\"a\"", "NaN");
        assertThat(BarChart.bare("a", 0, 0)).doesNotContain("rect");
    }

    @Test
    void it_has_a_title_and_tells_in_words_what_it_shows() {
        String svg =
                chart(bar("Lines", 1200, new BarChart.Segment("a", "in", 1200))).svg();

        assertThat(svg)
                .startsWith("<svg class=\"chart\" role=\"img\" aria-labelledby=\"night-title night-desc\"")
                .contains("<title id=\"night-title\">A &lt;night&gt;</title>")
                .contains("<desc id=\"night-desc\">Lines: some (in 1,200).</desc>");
    }

    @Test
    void words_are_text_and_never_markup() {
        assertThat(chart(bar("<b>", 1, new BarChart.Segment("a", "<i>", 1))).svg())
                .contains("&lt;b&gt;", "&lt;i&gt;")
                .doesNotContain("<b>", "<i>");
    }

    @Test
    void the_largest_amounts_have_their_share() {
        assertThat(BarChart.bare("a", Long.MAX_VALUE / 2, Long.MAX_VALUE)).contains("width=\"50.00%\"");
    }

    private static BarChart chart(BarChart.Bar... bars) {
        return new BarChart("night", "A <night>", List.of(bars));
    }

    private static BarChart.Bar bar(String label, long whole, BarChart.Segment... segments) {
        return new BarChart.Bar(label, "some", whole, List.of(segments));
    }

    @Test
    void shares_are_the_same_in_any_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(BarChart.bare("tone-one", 1, 3)).contains("33.33%");
        } finally {
            Locale.setDefault(before);
        }
    }
}
