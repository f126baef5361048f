package nightfill.adapter.web.console.look;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of many rows.
 *
 * @param next the address of the page behind it; null on the last
 * @param none whether there is nothing on it
 * @param later whether it is not the first
 */
record Paged<T>(List<T> rows, @Nullable String next, boolean none, boolean later) {

    static final int SIZE = 50;

    /** How many are asked for: one more than is shown says whether there are more. */
    static final int ASKED = SIZE + 1;

    private static final String TURN = "[0-9]{1,18}";

    static <A, T> Paged<T> of(
            List<A> found, Function<? super A, ? extends T> row, Function<? super A, String> next, boolean later) {
        List<A> shown = found.subList(0, Math.min(SIZE, found.size()));
        return new Paged<>(
                shown.stream().<T>map(row).toList(),
                found.size() > SIZE ? next.apply(shown.get(SIZE - 1)) : null,
                shown.isEmpty(),
                later);
    }

    /** The key that a request names; 0, which is before all, where it names none. */
    static long turn(String after) {
        return after.matches(TURN) ? Long.parseLong(after) : 0;
    }
}
