package nightfill.adapter.cli;

import java.time.LocalDate;
import nightfill.application.problem.Problem;
import nightfill.domain.words.Dates;

/** A business date as people write it: YYYY-MM-DD, {@code today} or {@code yesterday}. */
final class BusinessDate {

    private BusinessDate() {}

    static LocalDate parse(String text, LocalDate today) {
        return parse("--date", text, today);
    }

    static LocalDate parse(String option, String text, LocalDate today) {
        return switch (text) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default ->
                Dates.parse(text)
                        .orElseThrow(() -> Problem.usage(
                                "%s is %s, which is neither a date from 2000-01-01 to 2199-12-31 nor today or yesterday"
                                        .formatted(option, text)));
        };
    }
}
