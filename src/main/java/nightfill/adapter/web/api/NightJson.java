package nightfill.adapter.web.api;

import java.util.List;
import java.util.OptionalInt;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.RunFacts;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import org.jspecify.annotations.Nullable;

/**
 * A date in the list of nights.
 *
 * @param run the one under way or unfinished, else the current one, else the last
 * @param counts what of it counts in the data
 * @param earlier the date's other runs, newest first
 * @param lastAttempt null where there is none
 * @param figures null of a run that is not finished
 */
record NightJson(
        RunRef run,
        NightStatus status,
        WhatCounts counts,
        List<RunRef> earlier,
        @Nullable AttemptJson lastAttempt,
        @Nullable Figures figures) {

    /**
     * What a finished run came to.
     *
     * @param fillRate in tenths of a per cent, rounded down; null where nothing took part
     */
    record Figures(
            Tally loaded,
            Tally released,
            Tally allocated,
            Tally open,
            RunFigures.Rows rows,
            @Nullable Integer fillRate) {

        static @Nullable Figures of(@Nullable RunFigures figures) {
            if (figures == null) {
                return null;
            }
            OptionalInt rate = figures.fillRate().tenthsOfPercent();
            return new Figures(
                    figures.loaded(),
                    figures.released(),
                    figures.allocated(),
                    figures.open(),
                    figures.rows(),
                    rate.isPresent() ? rate.getAsInt() : null);
        }
    }

    static NightJson of(NightRow row) {
        RunFacts run = row.run();
        JudgedAttempt last = row.lastAttempt();
        return new NightJson(
                RunRef.of(run.name()),
                row.status(),
                run.counts(),
                row.earlier().stream().map(earlier -> RunRef.of(earlier.name())).toList(),
                last == null ? null : AttemptJson.of(last),
                Figures.of(run.figures()));
    }
}
