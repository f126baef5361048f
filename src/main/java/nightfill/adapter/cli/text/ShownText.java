package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.util.Arrays;
import nightfill.domain.words.Visible;

/**
 * Prints for people, and for programs that read lines: whatever comes from outside neither ends a line, nor moves the
 * cursor, nor hides. What is printed as a line is one.
 */
public final class ShownText extends PrintWriter {

    /** Prints to where texts are shown as they are. */
    public ShownText(PrintWriter out) {
        super(out, true);
    }

    @Override
    public void println(String line) {
        super.println(Visible.shown(String.valueOf(line)));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    @Override
    public PrintWriter format(String format, Object... values) {
        return super.format(
                format,
                Arrays.stream(values)
                        .map(value -> value instanceof String text ? Visible.shown(text) : value)
                        .toArray());
    }

    @Override
    public PrintWriter printf(String format, Object... values) {
        return format(format, values);
    }

    @Override
    public void write(String text, int from, int length) {
        String shown = Visible.unhidden(text.substring(from, from + length));
        super.write(shown, 0, shown.length());
    }
}
