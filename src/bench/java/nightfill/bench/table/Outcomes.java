package nightfill.bench.table;

import java.util.HashMap;
import java.util.Map;

/** How many lines were allocated, which must be the same whoever did it, and whenever. */
final class Outcomes {

    private final Map<String, Long> allocated = new HashMap<>();

    /** Compares with what was noted before of the same feeds, onto the same nights. */
    void requireSame(String feeds, long lines) {
        Long before = allocated.putIfAbsent(feeds, lines);
        if (before != null && before != lines) {
            throw new IllegalStateException("%s: %d lines were allocated, and now %d".formatted(feeds, before, lines));
        }
    }
}
