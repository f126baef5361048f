package nightfill.adapter.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static final String HOSTILE = "a\nb\u001B[2Jc\u202Ed\u0085";
    private static final String SHOWN = "a\u240Ab\u241B[2Jc‹U+202E›d\u2485";
    private static final String END = System.lineSeparator();

    private final StringWriter printed = new StringWriter();
    private final ShownText text = new ShownText(new PrintWriter(printed, true));

    @Test
    void a_line_is_one_whatever_is_in_it() {
        text.println(HOSTILE);
        assertThat(printed).hasToString(SHOWN + END);
    }

    @Test
    void so_is_what_is_printed_as_an_object() {
        text.println((Object) Path.of(HOSTILE));
        assertThat(printed).hasToString(SHOWN + END);
    }

    @Test
    void texts_that_are_filled_in_end_no_line_either() {
        text.printf("%s: %,d%n%s%n", HOSTILE, 1000, Path.of("x\u202E"));
        text.format("%s%n", HOSTILE);
        assertThat(printed).hasToString(SHOWN + ": 1,000" + END + "x‹U+202E›" + END + SHOWN + END);
    }

    @Test
    void texts_of_several_lines_have_them_still_and_nothing_that_hides() {
        text.print("{\n\t\u202E\u001B\n}");
        text.append("\u200B").append('\n');
        text.flush();
        assertThat(printed).hasToString("{\n\t‹U+202E›\u241B\n}‹U+200B›\n");
    }
}
