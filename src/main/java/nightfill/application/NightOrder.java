package nightfill.application;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.application.report.Summary;

/**
 * What was ordered on the command line.
 *
 * @param maxRejects as written, empty for the default
 * @param correction whether the date's finished run is to be replaced
 * @param acceptSameFeed whether order lines count also where another date has brought the same file
 * @param acceptShrunkFeeds whether feeds count also where they take away more than whole feeds would
 * @param takeOver whether the lock of an owner that gives no sign of life is to be taken
 * @param shown what OUTPUT shows of a run that a restored database does not know and that is to be run again
 */
public record NightOrder(
        LocalDate date,
        Path input,
        Path output,
        String maxRejects,
        boolean correction,
        boolean acceptSameFeed,
        boolean acceptShrunkFeeds,
        boolean takeOver,
        Optional<Summary> shown) {

    public Input feeds() {
        return new Input(input, date);
    }

    public NightOrder on(LocalDate otherDate) {
        return new NightOrder(
                otherDate,
                input,
                output,
                maxRejects,
                correction,
                acceptSameFeed,
                acceptShrunkFeeds,
                takeOver,
                Optional.empty());
    }

    /** The same run again, with whatever was ordered for it then, as far as that has left a trace. */
    NightOrder again(Summary run) {
        return new NightOrder(
                run.date(),
                input,
                output,
                "100%",
                run.replaces() != null,
                isToldBy(run, OwnOrderLines.ACCEPTED),
                isToldBy(run, ShrunkFeeds.ACCEPTED),
                takeOver,
                Optional.of(run));
    }

    private static boolean isToldBy(Summary run, String accepted) {
        return run.warnings().stream().anyMatch(warning -> warning.endsWith(accepted));
    }
}
