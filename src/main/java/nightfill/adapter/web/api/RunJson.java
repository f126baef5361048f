package nightfill.adapter.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.NightProgress;
import nightfill.application.watch.RunRecord.Chain;
import nightfill.application.watch.RunRecord.Contents;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunRecord.Publication;
import nightfill.application.watch.RunRecord.ReportRecord;
import nightfill.application.watch.RunRecord.Rows;
import nightfill.application.watch.RunRecord.StepRecord;
import nightfill.application.watch.RunView;
import nightfill.application.watch.StepView;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import org.jspecify.annotations.Nullable;

/**
 * All about a run.
 *
 * @param attempts in the order in which they were made
 * @param progress null unless it is under way
 * @param figures null of a run that is not finished
 */
record RunJson(
        @JsonUnwrapped State state,
        Neighbours chain,
        List<Tried> attempts,
        @Nullable Progress progress,
        NightJson.@Nullable Figures figures,
        Content content) {

    /** {@code counts} says what of it counts in the data. */
    record State(RunRef run, NightStatus status, WhatCounts counts) {}

    /** The runs that it has to do with; null where there is none. */
    record Neighbours(
            @Nullable RunRef buildsOn,
            @Nullable RunRef replaces,
            @Nullable RunRef replacedBy) {

        private static Neighbours of(Chain chain) {
            return new Neighbours(
                    RunRef.orNull(chain.buildsOn()),
                    RunRef.orNull(chain.replaces()),
                    RunRef.orNull(chain.replacedBy()));
        }
    }

    /** An attempt, with its steps in the order in which they were taken. */
    record Tried(AttemptJson attempt, List<Step> steps) {

        private static Tried of(AttemptView view) {
            return new Tried(
                    AttemptJson.of(view.judged()),
                    view.steps().stream().map(Step::of).toList());
        }
    }

    /** A step of an attempt, and the rows that it read and wrote. */
    record Step(
            String name,
            NightStatus status,
            @Nullable Instant started,
            @Nullable Instant ended,
            long read,
            long written) {

        private static Step of(StepView view) {
            StepRecord step = view.step();
            return new Step(
                    step.name(),
                    view.status(),
                    step.times().started(),
                    view.ended(),
                    step.counts().read(),
                    step.counts().written());
        }
    }

    /**
     * How far it has come.
     *
     * @param rowsPerSecond null until it can be told
     * @param remainingSeconds of the whole night; null where it cannot be told
     */
    record Progress(
            String step,
            long rows,
            @Nullable Double rowsPerSecond,
            @Nullable Long remainingSeconds) {

        private static Progress of(NightProgress progress) {
            Duration remaining = progress.remaining();
            return new Progress(
                    progress.step(),
                    progress.pace().rows(),
                    progress.pace().rowsPerSecond(),
                    remaining == null ? null : remaining.toSeconds());
        }
    }

    /** What came, and what went out. */
    record Content(
            List<FeedJson> feeds, List<String> warnings, List<ReportRecord> reports, List<Publication> publications) {

        private static Content of(Contents contents) {
            return new Content(
                    contents.feeds().stream().map(FeedJson::of).toList(),
                    contents.warnings(),
                    contents.reports(),
                    contents.publications());
        }
    }

    /** A feed that was accepted; {@code rows} null until it takes effect. */
    record FeedJson(
            String name,
            String sha256,
            long bytes,
            @Nullable Rows rows,
            Map<String, Long> rejected) {

        private static FeedJson of(FeedRecord feed) {
            return new FeedJson(feed.feed().fileName(), feed.sha256(), feed.bytes(), feed.rows(), feed.rejected());
        }
    }

    static RunJson of(RunView view) {
        return new RunJson(
                new State(
                        RunRef.of(view.run().name()), view.status(), view.run().counts()),
                Neighbours.of(view.chain()),
                view.attempts().stream().map(Tried::of).toList(),
                view.progress().map(Progress::of).orElse(null),
                NightJson.Figures.of(view.run().figures()),
                Content.of(view.contents()));
    }
}
