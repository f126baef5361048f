package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.ShownMark;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.JudgedAttempt;
import nightfill.application.watch.NightRow;
import nightfill.application.watch.RunFacts;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.NightStatus;
import nightfill.view.Moments;
import nightfill.view.Numbers;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** A night in the list, in words. */
record NightLine(
        Name name,
        ShownMark mark,
        String reason,
        Took took,
        @Nullable Figures figures,
        List<Name> earlier) {

    /** Which run it is. */
    record Name(String date, String weekday, int number, String path) {

        static Name of(RunName run) {
            return new Name(
                    run.date().toString(),
                    Moments.weekday(run.date()),
                    run.number(),
                    "/nights/" + run.date() + "/" + run.number());
        }
    }

    /** When it began, how long it took, and how much that differs from what is usual. */
    record Took(String began, String exactly, String duration, String change, String attempts) {

        static Took of(NightRow row, ZoneId zone) {
            Optional<Instant> began = row.attempts().stream()
                    .findFirst()
                    .map(first -> first.attempt().times().started());
            @Nullable Duration duration = row.duration();
            return new Took(
                    began.map(at -> Moments.time(at, zone)).orElse(""),
                    began.map(at -> Moments.exactly(at, zone)).orElse(""),
                    Spans.text(duration),
                    Spans.change(duration, row.usualDuration()),
                    row.attempts().size() > 1 ? Numbers.count(row.attempts().size(), "attempt") : "");
        }
    }

    /** What it came to, and how much that differs from the last same weekday. */
    record Figures(String lines, String fillRate, String rejects, String open, String published) {

        static @Nullable Figures of(RunFacts run) {
            RunFigures figures = run.figures();
            return figures == null
                    ? null
                    : new Figures(
                            Numbers.grouped(figures.tookPart().lines()),
                            Numbers.percent(figures.fillRate().tenthsOfPercent()),
                            Numbers.grouped(figures.rows().rejected()),
                            Numbers.grouped(figures.open().lines()),
                            run.published().wanted() == 0
                                    ? ""
                                    : "%d of %d"
                                            .formatted(
                                                    run.published().there(),
                                                    run.published().wanted()));
        }
    }

    static NightLine of(NightRow row, ZoneId zone) {
        return new NightLine(
                Name.of(row.run().name()),
                ShownMark.of(StatusWords.mark(row.status())),
                reason(row),
                Took.of(row, zone),
                Figures.of(row.run()),
                row.earlier().stream().map(run -> Name.of(run.name())).toList());
    }

    /** Why it is as it is, where that needs saying. */
    private static String reason(NightRow row) {
        JudgedAttempt last = row.lastAttempt();
        return last == null || row.status() == NightStatus.FINISHED
                ? ""
                : StatusWords.explained(row.status(), last.attempt().recorded().message());
    }
}
