package nightfill.application.watch;

import java.time.LocalDate;

/** Dates in a row for which nothing was ever run, between two for which something was. */
public record MissingDates(LocalDate first, LocalDate last) implements ListedDates {

    @Override
    public LocalDate date() {
        return last;
    }

    public long days() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }
}
