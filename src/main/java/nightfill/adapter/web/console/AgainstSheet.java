package nightfill.adapter.web.console;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import nightfill.adapter.web.console.NightLine.Name;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NightRecords.PastNight;
import nightfill.application.watch.RunView;
import nightfill.application.watch.Times;
import nightfill.domain.watch.Usual;
import nightfill.view.Numbers;
import nightfill.view.Spans;
import org.jspecify.annotations.Nullable;

/**
 * A run beside the night before it, and beside what is usual on its weekday.
 *
 * @param before the night before; null where there is none
 * @param weekdays how many of them there are
 */
record AgainstSheet(@Nullable Name before, String weekdays, List<Row> rows) {

    /** A figure of this run, of the night before, and of the median of the weekday. */
    record Row(String what, String own, Other night, Other weekday) {}

    /** @param change of this run against it; empty where one of them is not known */
    record Other(String figure, String change) {

        private static final Other NONE = new Other("\u2013", "");
    }

    /** Null where there is nothing to compare with. */
    static @Nullable AgainstSheet of(RunView run) {
        List<PastNight> weekdays = run.record().past().sameWeekday();
        @Nullable PastNight night = run.record().past().night();
        if (night == null) {
            return null;
        }
        Comparison comparison = new Comparison(run.run().figures(), night, weekdays);
        return new AgainstSheet(
                Name.of(night.name()),
                Numbers.count(weekdays.size(), "night"),
                List.of(
                        duration(run, night),
                        comparison.row("lines", figures -> figures.tookPart().lines()),
                        comparison.fillRate(),
                        comparison.row(
                                "rejected rows", figures -> figures.rows().rejected()),
                        comparison.row(
                                "lines that lost a batch",
                                figures -> figures.released().lines()),
                        comparison.row("backlog", figures -> figures.open().lines())));
    }

    private static Row duration(RunView run, PastNight night) {
        @Nullable Duration own = run.duration();
        @Nullable Duration before = Times.together(night.times());
        @Nullable Duration usual = run.usualDuration();
        return new Row(
                "duration",
                Spans.text(own),
                new Other(Spans.text(before), Spans.change(own, before)),
                new Other(Spans.text(usual), Spans.change(own, usual)));
    }

    /** @param own null while the run is not finished */
    private record Comparison(@Nullable RunFigures own, PastNight night, List<PastNight> weekdays) {

        Row row(String what, ToLongFunction<RunFigures> figure) {
            Long usual = Usual.median(weekdays.stream()
                    .map(each -> figure.applyAsLong(each.figures()))
                    .toList());
            return new Row(
                    what,
                    own == null ? "\u2013" : Numbers.grouped(figure.applyAsLong(own)),
                    other(figure, figure.applyAsLong(night.figures())),
                    usual == null ? Other.NONE : other(figure, usual));
        }

        private Other other(ToLongFunction<RunFigures> figure, long value) {
            return new Other(
                    Numbers.grouped(value),
                    Numbers.change(
                            own == null ? OptionalLong.empty() : OptionalLong.of(figure.applyAsLong(own) - value)));
        }

        Row fillRate() {
            Integer usual = Usual.median(weekdays.stream()
                    .map(each -> each.figures().fillRate().tenthsOfPercent())
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .toList());
            return new Row(
                    "fill rate",
                    Numbers.percent(rate(own)),
                    other(rate(night.figures())),
                    usual == null ? Other.NONE : other(OptionalInt.of(usual)));
        }

        private static OptionalInt rate(@Nullable RunFigures figures) {
            return figures == null ? OptionalInt.empty() : figures.fillRate().tenthsOfPercent();
        }

        private Other other(OptionalInt rate) {
            return new Other(Numbers.percent(rate), Numbers.change(rate(own), rate));
        }
    }
}
