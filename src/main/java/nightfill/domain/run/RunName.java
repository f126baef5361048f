package nightfill.domain.run;

import java.time.LocalDate;

/**
 * A run as people and directories call it.
 *
 * @param number 1, or more for a correction
 */
public record RunName(LocalDate date, int number) {

    /** For people: {@code 2026-11-20 run 1}. */
    public String title() {
        return date + " run " + number;
    }

    /** Where its feeds are kept and its reports are: {@code 2026-11-20/run-1}. */
    public String directory() {
        return date + "/run-" + number;
    }
}
