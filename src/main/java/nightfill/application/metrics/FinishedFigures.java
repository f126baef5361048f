package nightfill.application.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunRecord.FeedRecord;
import nightfill.application.watch.RunView;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;

/**
 * What the night that was finished last came to.
 *
 * @param ended null where that is not known any more
 * @param newest the newest business date that is finished: another one's where this night was run late
 * @param backlog after it
 */
public record FinishedFigures(
        RunName run,
        @Nullable Instant ended,
        LocalDate newest,
        RunFigures figures,
        List<FeedRecord> feeds,
        Backlog backlog) {

    /** Of some nights; {@code known} has all about a run. */
    static Optional<FinishedFigures> of(List<NightRow> nights, Function<RunName, Optional<RunView>> known) {
        List<RunFacts> finished = nights.stream()
                .flatMap(night -> Stream.concat(Stream.of(night.run()), night.earlier().stream()))
                .filter(run -> run.state() == Run.State.FINISHED && run.figures() != null)
                .sorted(Comparator.comparingLong(RunFacts::id).reversed())
                .toList();
        return finished.stream().findFirst().map(last -> of(finished, last, known.apply(last.name())));
    }

    private static FinishedFigures of(List<RunFacts> finished, RunFacts last, Optional<RunView> view) {
        return new FinishedFigures(
                last.name(),
                view.flatMap(FinishedFigures::ended).orElse(null),
                finished.stream()
                        .map(run -> run.name().date())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                figures(last),
                view.map(run -> run.contents().feeds()).orElse(List.of()),
                Backlog.of(finished.stream().map(run -> figures(run).open()).toList()));
    }

    private static RunFigures figures(RunFacts finished) {
        return Objects.requireNonNull(finished.figures());
    }

    private static Optional<Instant> ended(RunView run) {
        return run.attempts().stream()
                .flatMap(attempt -> Stream.ofNullable(attempt.times().ended()))
                .max(Comparator.naturalOrder());
    }
}
