package nightfill.domain.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.domain.words.Visible;

/** Shows of a first record the names that a header may have, or nearly has: it may be no header, and a secret. */
final class KnownNames {

    static final String OTHERS = "…";

    private static final Set<String> OF_CONTROL = Set.of("file", "rows", "sha256");
    private static final int MOST = 60;

    private KnownNames() {}

    /** On one short line, {@link #OTHERS} in place of those that are not known. */
    static String shown(List<String> names) {
        List<String> shown = new ArrayList<>();
        for (String name : names.subList(0, Math.min(MOST, names.size()))) {
            if (areKnown(name)) {
                shown.add(name);
            } else if (shown.isEmpty() || !shown.get(shown.size() - 1).equals(OTHERS)) {
                shown.add(OTHERS);
            }
        }
        return Visible.brief(String.join(",", shown));
    }

    /** All are in one field where another separator is between them. */
    private static boolean areKnown(String names) {
        return Stream.of(names.split("[;|\t]", -1)).allMatch(KnownNames::isKnown);
    }

    private static boolean isKnown(String name) {
        return name.length() <= MOST
                && (OF_CONTROL.contains(name)
                        || Feed.SENT.stream()
                                .anyMatch(feed -> MeantColumn.of(feed, name).isPresent()));
    }
}
