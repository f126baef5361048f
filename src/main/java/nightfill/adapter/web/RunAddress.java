package nightfill.adapter.web;

import java.time.LocalDate;
import java.util.Optional;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A run as pages link to it.
 *
 * @param path of its page
 */
public record RunAddress(String title, String path) {

    private static final String NUMBER = "[1-9][0-9]{0,8}";

    public static RunAddress of(RunName run) {
        return new RunAddress(run.title(), "/nights/" + run.date() + "/" + run.number());
    }

    /** Null where there is none. */
    public static @Nullable RunAddress orNull(@Nullable RunName run) {
        return run == null ? null : of(run);
    }

    /** Whose page it is, if a run can be called that. */
    public static Optional<RunName> parse(String date, String number) {
        Optional<LocalDate> day = Dates.parse(date);
        return number.matches(NUMBER)
                ? day.map(found -> new RunName(found, Integer.parseInt(number)))
                : Optional.empty();
    }
}
