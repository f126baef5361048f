package nightfill.application.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nightfill.application.feeds.OwnOrderLines;
import nightfill.application.figures.Summary;
import nightfill.application.run.Input;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Terms;

/**
 * What was ordered on the command line.
 *
 * @param correction whether the date's finished run is to be replaced
 * @param takeOver whether the lock of an owner that gives no sign of life is to be taken
 * @param shown what OUTPUT shows of a run that a restored database does not know and that is to be run again
 */
public record NightRequest(
        LocalDate date,
        Path input,
        Path output,
        Terms terms,
        boolean correction,
        boolean takeOver,
        Optional<Summary> shown) {

    public Input feeds() {
        return new Input(input, date);
    }

    public NightRequest on(LocalDate otherDate) {
        return new NightRequest(otherDate, input, output, terms, correction, takeOver, Optional.empty());
    }

    /** The same run again, with whatever was ordered for it then, as far as that has left a trace. */
    public NightRequest again(Summary run) {
        return new NightRequest(
                run.date(),
                input,
                output,
                new Terms("100%", acceptedBy(run), true),
                run.replaces() != null,
                takeOver,
                Optional.of(run));
    }

    private static Set<Acceptance> acceptedBy(Summary run) {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        if (isToldBy(run, OwnOrderLines.ACCEPTED)) {
            accepted.add(Acceptance.SAME_FEED);
        }
        if (isToldBy(run, ShrunkFeeds.ACCEPTED)) {
            accepted.add(Acceptance.SHRUNK_FEEDS);
        }
        return accepted;
    }

    private static boolean isToldBy(Summary run, String accepted) {
        return run.warnings().stream().anyMatch(warning -> warning.endsWith(accepted));
    }
}
