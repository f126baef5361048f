package nightfill.adapter.web.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nightfill.adapter.web.ShownMark;
import nightfill.application.watch.AttemptView;
import nightfill.application.watch.StepView;
import nightfill.view.Moments;
import nightfill.view.Numbers;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/** An attempt, and its steps. */
record AttemptSheet(long id, ShownMark mark, String began, String took, String reason, List<Stepped> steps) {

    static AttemptSheet of(AttemptView attempt, ZoneId zone) {
        @Nullable Instant began = attempt.attempt().times().started();
        return new AttemptSheet(
                attempt.attempt().id(),
                ShownMark.of(StatusWords.mark(attempt.status())),
                began == null ? "" : Moments.exactly(began, zone),
                Spans.text(attempt.attempt().times().took()),
                StatusWords.explained(
                        attempt.status(), attempt.attempt().recorded().message()),
                attempt.steps().stream().map(Stepped::of).toList());
    }

    /** A step, against how long it usually takes. */
    record Stepped(String name, ShownMark mark, String read, String written, String took, String usual) {

        static Stepped of(StepView step) {
            return new Stepped(
                    step.step().name(),
                    ShownMark.of(StatusWords.mark(step.status())),
                    Numbers.grouped(step.step().counts().read()),
                    Numbers.grouped(step.step().counts().written()),
                    Spans.text(step.step().times().took()),
                    Spans.text(step.usual()));
        }
    }
}
