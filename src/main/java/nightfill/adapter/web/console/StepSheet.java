package nightfill.adapter.web.console;

import java.time.Instant;
import nightfill.adapter.web.ShownMark;
import nightfill.application.watch.StepView;
import nightfill.domain.watch.Pace;
import nightfill.view.Numbers;
import nightfill.view.Spans;
import nightfill.view.StatusWords;

/** A step: when it was on the axis of all, what it did, and how fast. */
record StepSheet(String name, ShownMark mark, TimeAxis.Bar bar, Rows rows, Took took) {

    record Rows(String read, String written, String rate) {}

    /** @param usual in the median of the last nights */
    record Took(String span, String usual, String change) {}

    static StepSheet of(StepView step, TimeAxis.Bar bar, Instant now) {
        return new StepSheet(
                step.step().name(),
                ShownMark.of(StatusWords.mark(step.status())),
                bar,
                rows(step, now),
                new Took(
                        Spans.text(step.elapsed(now)),
                        Spans.text(step.usual()),
                        Spans.change(step.step().times().took(), step.usual())));
    }

    private static Rows rows(StepView step, Instant now) {
        long read = step.step().counts().read();
        Double rate = new Pace(read, step.elapsed(now), null).rowsPerSecond();
        return new Rows(
                read == 0 ? "\u2013" : Numbers.grouped(read),
                read == 0 ? "\u2013" : Numbers.grouped(step.step().counts().written()),
                rate == null ? "\u2013" : Numbers.grouped(Math.round(rate)));
    }
}
