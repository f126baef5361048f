package nightfill.adapter.web.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nightfill.adapter.web.Moment;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.ShownMark;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.Attempt.Asked;
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
        Name name, State state, Begun begun, @Nullable Figures figures, String attempts, Earlier earlier) {

    /** Which run it is. */
    record Name(String date, String weekday, int number, String path) {

        static Name of(RunName run) {
            return new Name(
                    run.date().toString(),
                    Moments.weekday(run.date()),
                    run.number(),
                    RunAddress.of(run).path());
        }
    }

    /** How it is, and why, where that needs saying. */
    record State(ShownMark mark, String reason) {

        static State of(NightRow row) {
            return new State(ShownMark.of(StatusWords.mark(row.status())), reason(row));
        }

        private static String reason(NightRow row) {
            JudgedAttempt last = row.lastAttempt();
            return last == null || row.status() == NightStatus.FINISHED
                    ? ""
                    : StatusWords.explained(
                            row.status(), last.attempt().recorded().message());
        }
    }

    /** When it began, who began it, how long it took, and how much that differs from what is usual. */
    record Begun(@Nullable Moment at, String by, Compared took) {

        static Begun of(NightRow row, ZoneId zone) {
            Optional<JudgedAttempt> first = row.attempts().stream().findFirst();
            @Nullable
            Instant began = first.map(it -> it.attempt().times().started()).orElse(null);
            @Nullable Asked asked = first.map(it -> it.attempt().asked()).orElse(null);
            @Nullable Duration took = row.duration();
            return new Begun(
                    began == null ? null : Moment.ofMinute(began, zone),
                    asked == null ? "" : asked.actor().title(),
                    new Compared(Spans.text(took), Spans.change(took, row.usualDuration())));
        }
    }

    /** A figure, and how much it differs from the median of the same weekdays; empty where there are none. */
    record Compared(String figure, String change) {

        static Compared of(long figure, OptionalLong usual) {
            return new Compared(
                    Numbers.grouped(figure),
                    Numbers.change(usual.isEmpty() ? usual : OptionalLong.of(figure - usual.getAsLong())));
        }
    }

    /** What it came to. */
    record Figures(String lines, Compared fillRate, Compared rejects, Compared open, String books, String published) {

        static @Nullable Figures of(NightRow row) {
            RunFigures figures = row.run().figures();
            return figures == null ? null : of(row, figures);
        }

        private static Figures of(NightRow row, RunFigures figures) {
            return new Figures(
                    Numbers.grouped(figures.tookPart().lines()),
                    new Compared(
                            Numbers.percent(figures.fillRate().tenthsOfPercent()),
                            Numbers.change(figures.fillRate().tenthsOfPercent(), row.usualFillRate())),
                    Compared.of(
                            figures.rows().rejected(),
                            row.usual(night -> night.rows().rejected())),
                    Compared.of(
                            figures.open().lines(),
                            row.usual(night -> night.open().lines())),
                    "%1$s of %1$s".formatted(Numbers.grouped(figures.controlTotals())),
                    published(row.run().published()));
        }

        private static String published(RunFacts.Published published) {
            return published.wanted() == 0 ? "–" : "%d of %d".formatted(published.there(), published.wanted());
        }
    }

    /** The other runs of its date. */
    record Earlier(String title, List<Former> runs) {

        public boolean some() {
            return !runs.isEmpty();
        }

        static Earlier of(List<RunFacts> runs) {
            return new Earlier(
                    Numbers.count(runs.size(), "other run"),
                    runs.stream()
                            .map(run -> new Former(Name.of(run.name()), StatusWords.became(run.state())))
                            .toList());
        }
    }

    record Former(Name name, String became) {}

    static NightLine of(NightRow row, ZoneId zone) {
        return new NightLine(
                Name.of(row.run().name()),
                State.of(row),
                Begun.of(row, zone),
                Figures.of(row),
                Numbers.grouped(row.attempts().size()),
                Earlier.of(row.earlier()));
    }
}
