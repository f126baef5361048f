package nightfill.application.feeds;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Accept;
import nightfill.application.run.AcceptedFeed;
import nightfill.application.run.Input;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;

/**
 * Keeps the feeds of one date from being taken for those of another: order lines would all be known already, and batches
 * would fall back to what they were. Those of the last night change nothing, and may come again.
 */
record OwnFeeds(Runs runs) {

    private static final List<Feed> GUARDED = List.of(Feed.BATCHES, Feed.ORDER_LINES);

    /** @throws Problem (refused) when an earlier night than the last has brought the same file and nobody accepted it */
    void require(Run run, Input input) {
        if (run.terms().afterRestore()) {
            // it was judged when it was run first
            return;
        }
        List<Same> same = runs.accepted(run).stream()
                .filter(accepted -> GUARDED.contains(accepted.feed()))
                .flatMap(accepted -> same(run, accepted).stream())
                .toList();
        tellRepeated(run, same);
        refuseStale(run, input, same.stream().filter(Same::hasEffect).toList());
    }

    private void refuseStale(Run run, Input input, List<Same> stale) {
        if (!stale.isEmpty() && !run.terms().accept(Acceptance.SAME_FEED)) {
            throw Problem.refused(
                    told(stale, feed -> feed.told(input)),
                    Remedy.mend("send that of " + run.date()),
                    new Accept(Acceptance.SAME_FEED));
        }
        stale.forEach(feed -> runs.override(
                run,
                Acceptance.SAME_FEED,
                "%s equals that of %s; accepted"
                        .formatted(feed.feed().fileName(), feed.other().date())));
    }

    private static String told(List<Same> stale, Function<Same, String> text) {
        return stale.stream().map(text).collect(Collectors.joining(" | "));
    }

    /** Batches that have not changed are nothing to speak of. */
    private void tellRepeated(Run run, List<Same> same) {
        same.stream()
                .filter(feed -> feed.feed() == Feed.ORDER_LINES && !feed.hasEffect())
                .forEach(feed -> runs.warn(
                        run,
                        "%s equals that of %s, the last night: no line in it is new"
                                .formatted(feed.feed().fileName(), feed.other().date())));
    }

    private Optional<Same> same(Run run, AcceptedFeed accepted) {
        return runs.otherWith(run, accepted.feed(), accepted.sha256())
                .map(other ->
                        new Same(accepted.feed(), other, !isLast(run, other) || hasYielded(other, accepted.feed())));
    }

    private boolean isLast(Run run, Run other) {
        Run replaced = runs.find(run.replacesId());
        Optional<Run> last =
                replaced == null ? runs.lastFinished() : Optional.ofNullable(runs.find(replaced.previousId()));
        return last.filter(night -> night.id() == other.id()).isPresent();
    }

    /** A night that was run late has not had the effect that the same rows would have tonight. */
    private boolean hasYielded(Run other, Feed feed) {
        FeedCounts counts = runs.feedCounts(other).get(feed);
        return counts != null && counts.superseded() > 0;
    }

    /**
     * A feed of tonight, and the last run that took the same bytes.
     *
     * @param hasEffect whether the rows may change something tonight
     */
    private record Same(Feed feed, Run other, boolean hasEffect) {

        private String told(Input input) {
            return "%s equals that of %s, byte for byte".formatted(input.file(feed.fileName()), other.title());
        }
    }
}
