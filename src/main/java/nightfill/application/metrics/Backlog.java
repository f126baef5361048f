package nightfill.application.metrics;

import java.util.List;
import java.util.OptionalLong;
import nightfill.application.figures.Tally;
import nightfill.domain.watch.Usual;

/**
 * What a night left open.
 *
 * @param usual how many lines those before it left, in the median; nothing where there is none
 * @param growing how many nights in a row have left more lines than the one before each
 */
public record Backlog(Tally open, OptionalLong usual, int growing) {

    /** After some nights, the last one first; at least one. */
    static Backlog of(List<Tally> nights) {
        Long median = Usual.median(
                nights.stream().skip(1).limit(Usual.NIGHTS).map(Tally::lines).toList());
        return new Backlog(
                nights.get(0), median == null ? OptionalLong.empty() : OptionalLong.of(median), growing(nights));
    }

    private static int growing(List<Tally> nights) {
        int growing = 0;
        while (growing + 1 < nights.size()
                && nights.get(growing).lines() > nights.get(growing + 1).lines()) {
            growing++;
        }
        return growing;
    }
}
