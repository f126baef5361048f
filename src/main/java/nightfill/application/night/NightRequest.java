package nightfill.application.night;

import java.nio.file.Path;
import java.time.LocalDate;
import nightfill.application.figures.Summary;
import nightfill.application.run.Input;
import nightfill.domain.run.Purchasing;
import nightfill.domain.run.Terms;
import nightfill.domain.words.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What was requested on the command line.
 *
 * @param correction whether the date's finished run is to be replaced
 */
public record NightRequest(LocalDate date, Path input, Path output, Terms terms, boolean correction, Attempt attempt) {

    public Input feeds() {
        return new Input(input, date);
    }

    public NightRequest on(LocalDate otherDate) {
        return new NightRequest(otherDate, input, output, terms, correction, attempt);
    }

    /** The same, by an entry of the audit trail. */
    public NightRequest askedBy(long asked) {
        return new NightRequest(date, input, output, terms, correction, new Attempt(attempt.takeOver(), asked));
    }

    /** The same run again, with what was accepted then. */
    public NightRequest again(Summary run) {
        return new NightRequest(
                run.identity().date(),
                input,
                output,
                new Terms(
                        "",
                        run.identity().overridden(),
                        true,
                        Rules.of(run.identity().rules()),
                        purchasing(run.purchasing())),
                run.identity().replaces() != null,
                attempt);
    }

    private static Purchasing purchasing(Summary.@Nullable Purchasing then) {
        return then == null ? Purchasing.FORMER : new Purchasing(then.batches(), then.silentNights());
    }
}
