package nightfill.adapter.web.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.RunAddress;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Dates;
import nightfill.domain.words.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What requests name; whatever cannot be read ends them. */
final class Parameters {

    private static final String POSITIVE = "[1-9][0-9]{0,17}";

    private Parameters() {}

    static RunName run(String date, String number) {
        return RunAddress.parse(date, number).orElseThrow(() -> noRun(date, number));
    }

    static RuntimeException noRun(String date, String number) {
        return Problems.failure(HttpStatus.NOT_FOUND, "%s has no run %s".formatted(date, number));
    }

    static LocalDate date(String name, String text) {
        return Dates.parse(text)
                .orElseThrow(() -> Problems.failure(
                        HttpStatus.BAD_REQUEST, name + " is no date such as 2026-11-25, from 2000 to 2199"));
    }

    /** Null where the parameter is missing. */
    static @Nullable LocalDate dateOrNull(String name, @Nullable String text) {
        return text == null ? null : date(name, text);
    }

    /** The constant of exactly that name; null where the parameter is missing. */
    static <E extends Enum<E>> @Nullable E constant(String name, @Nullable String text, E[] all) {
        return text == null
                ? null
                : Arrays.stream(all)
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                Problems.failure(HttpStatus.BAD_REQUEST, name + " is none of " + Arrays.toString(all)));
    }

    /** Of a page, as {@code next} has it; null where the parameter is missing. */
    static <K> @Nullable K key(@Nullable String after, Function<String, Optional<K>> parse) {
        return after == null
                ? null
                : parse.apply(after)
                        .orElseThrow(() -> Problems.failure(HttpStatus.BAD_REQUEST, "after is no key of a page"));
    }

    /** A number from 1 on; another one where the parameter is missing. */
    static long positive(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches(POSITIVE)) {
            throw Problems.failure(HttpStatus.BAD_REQUEST, name + " is no whole number from 1 on");
        }
        return Long.parseLong(text);
    }

    static String identifier(String name, String text) {
        if (!Identifiers.isIdentifier(text)) {
            throw Problems.failure(HttpStatus.BAD_REQUEST, name + " can be no name that a feed brings");
        }
        return text;
    }
}
