package nightfill.model;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts: by code point, not by UTF-16 unit. */
final class CodePoints {

    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
