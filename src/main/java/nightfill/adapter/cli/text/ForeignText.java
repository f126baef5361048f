package nightfill.adapter.cli.text;

import java.io.PrintWriter;
import java.util.List;
import nightfill.domain.words.Visible;

/** Warns of what programs and systems left among reports. */
public final class ForeignText {

    private static final int SHOWN = 20;

    private ForeignText() {}

    public static void warn(PrintWriter err, List<?> foreign) {
        foreign.stream()
                .limit(SHOWN)
                .forEach(place -> err.println("warning: %s is no report: a program or a system left it, and it stays"
                        .formatted(Visible.shown(place.toString()))));
        if (foreign.size() > SHOWN) {
            err.println("warning: so it is with %d more".formatted(foreign.size() - SHOWN));
        }
        err.flush();
    }
}
