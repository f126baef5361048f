package nightfill.adapter.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many.
 *
 * @param next the address of those behind them; null where there are none
 */
record Page<T>(List<T> items, @Nullable String next) {

    static final int SIZE = 100;

    /** How many are asked for: one more than is sent says whether there are more. */
    static final int ASKED = SIZE + 1;

    static <A, T> Page<T> of(List<A> found, Function<? super A, ? extends T> item, Function<? super A, String> next) {
        List<A> sent = found.subList(0, Math.min(SIZE, found.size()));
        return new Page<>(
                sent.stream().<T>map(item).toList(), found.size() > SIZE ? next.apply(sent.get(SIZE - 1)) : null);
    }

    /** An address with a parameter more, if that has a value. */
    static String with(String address, String parameter, @Nullable Object value) {
        return value == null
                ? address
                : address
                        + (address.contains("?") ? "&" : "?")
                        + parameter
                        + "="
                        + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
