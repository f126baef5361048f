package nightfill.application.feeds;

import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;

/**
 * Keeps the order lines of one date from being taken for those of another: all of them would be known already, and the
 * night would end well without a single new one.
 */
public record OwnOrderLines(Runs runs) {

    /** @throws Problem (refused) when another date has brought the same file and nobody accepted it */
    void require(Run run, Input input) {
        if (run.terms().afterRestore()) {
            // it was judged when it was run first
            return;
        }
        Optional<Run> other = runs.accepted(run).stream()
                .filter(accepted -> accepted.feed() == Feed.ORDER_LINES)
                .flatMap(accepted -> runs.otherWithOrderLines(run, accepted.sha256()).stream())
                .findFirst();
        if (other.isPresent() && !run.terms().accept(Acceptance.SAME_FEED)) {
            throw Problem.refused(
                    "%s equals that of %s, byte for byte"
                            .formatted(
                                    input.file(Feed.ORDER_LINES.fileName()),
                                    other.get().title()),
                    Remedy.mend("send that of " + run.date()),
                    new Accept(Acceptance.SAME_FEED));
        }
        other.ifPresent(same -> runs.override(
                run,
                Acceptance.SAME_FEED,
                "%s equals that of %s; accepted".formatted(Feed.ORDER_LINES.fileName(), same.date())));
    }
}
