package nightfill.application.watch;

import java.time.LocalDate;

/** A line of the list of nights: one date, or several in a row without a run. */
public sealed interface ListedDates permits NightRow, MissingDates {

    /** The date, or the newest of several. */
    LocalDate date();
}
