package nightfill.application.watch;

import nightfill.application.figures.RunFigures;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import nightfill.domain.watch.WhatCounts;
import org.jspecify.annotations.Nullable;

/**
 * A run as lists show it.
 *
 * @param terms on which it took its feeds
 * @param figures of a finished run; null of any other
 */
public record RunFacts(
        long id,
        RunName name,
        Run.State state,
        Terms terms,
        @Nullable RunFigures figures,
        Published published) {

    /** In how many of the directories that it is meant for it is. */
    public record Published(long there, long wanted) {}

    public WhatCounts counts() {
        return WhatCounts.of(state);
    }
}
