package nightfill.domain.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Visible;

/** Reads a manifest line by line: 64 lower-case hexadecimal digits, two spaces, a path, LF. */
final class ManifestParser {

    private static final int DIGITS = 64;
    private static final String GAP = "  ";

    private final SortedMap<String, String> listed = new TreeMap<>(CodePointOrder.INSTANCE);
    private final List<String> faults = new ArrayList<>();
    private int line;

    Manifest parse(String text) {
        if (text.isEmpty()) {
            faults.add("it lists nothing");
        }
        for (int from = 0; from < text.length(); ) {
            line++;
            int end = endOfLine(text, from);
            take(text.substring(from, end));
            from = end + 1;
        }
        return new Manifest(listed, faults);
    }

    private int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            fault("it has no line end, so more may be missing");
            return text.length();
        }
        return end;
    }

    private void take(String entry) {
        if (!startsWithHash(entry)) {
            fault("not 64 lower-case hexadecimal digits, two spaces and a path: " + Visible.brief(entry));
            return;
        }
        ListedPath path = ListedPath.of(entry.substring(DIGITS + GAP.length()));
        if (!path.fault().isEmpty()) {
            fault(path.fault());
        } else if (listed.putIfAbsent(path.path(), entry.substring(0, DIGITS)) != null) {
            fault("lists %s twice".formatted(path.path()));
        }
    }

    private static boolean startsWithHash(String entry) {
        return entry.startsWith(GAP, DIGITS)
                && entry.chars().limit(DIGITS).allMatch(digit -> "0123456789abcdef".indexOf(digit) >= 0);
    }

    private void fault(String text) {
        faults.add("line %d: %s".formatted(line, text));
    }
}
