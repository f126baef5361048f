package nightfill.adapter.cli;

import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Which night is meant. */
final class DateOption {

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "Business date: YYYY-MM-DD, today or yesterday (in NIGHTFILL_ZONE).")
    String date = "";

    LocalDate on(LocalDate today) {
        return BusinessDate.parse(date, today);
    }
}
