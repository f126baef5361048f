package nightfill.application.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * @param newest the newest business date that is finished, or being corrected: another one's where this night was run late.
 *     One far ahead, which was run by a slip, counts only where there is no other: it would hide for long that nights are
 *     missing
 * @param backlog after it
 */
public record FinishedFigures(
        RunName run,
        @Nullable Instant ended,
        LocalDate newest,
        RunFigures figures,
        List<FeedRecord> feeds,
        Backlog backlog) {

    /** As many days as any zone's tomorrow is ahead of today in UTC. */
    private static final int AHEAD = 2;

    /** Of some nights; {@code known} has all about a run. */
    static Optional<FinishedFigures> of(
            List<NightRow> nights, Function<RunName, Optional<RunView>> known, Instant now) {
        List<RunFacts> finished = runs(nights)
                .filter(run -> run.state() == Run.State.FINISHED && run.figures() != null)
                .sorted(Comparator.comparingLong(RunFacts::id).reversed())
                .toList();
        return finished.stream().findFirst().map(last -> of(finished, newest(nights, now), known.apply(last.name())));
    }

    private static FinishedFigures of(List<RunFacts> finished, LocalDate newest, Optional<RunView> view) {
        RunFacts last = finished.get(0);
        return new FinishedFigures(
                last.name(),
                view.flatMap(FinishedFigures::ended).orElse(null),
                newest,
                figures(last),
                view.map(run -> run.contents().feeds()).orElse(List.of()),
                Backlog.of(finished.stream().map(run -> figures(run).open()).toList()));
    }

    private static LocalDate newest(List<NightRow> nights, Instant now) {
        LocalDate limit = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(AHEAD);
        Comparator<LocalDate> plausible = Comparator.comparing(date -> !date.isAfter(limit));
        return dates(nights)
                .max(plausible.thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Business dates that are finished: also while a correction, which takes the place of what was, is not. */
    static Stream<LocalDate> dates(List<NightRow> nights) {
        return runs(nights)
                .filter(run -> run.state() == Run.State.FINISHED || run.state() == Run.State.REPLACED)
                .map(run -> run.name().date());
    }

    private static Stream<RunFacts> runs(List<NightRow> nights) {
        return nights.stream().flatMap(night -> Stream.concat(Stream.of(night.run()), night.earlier().stream()));
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
