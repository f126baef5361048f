package nightfill.adapter.web.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nightfill.adapter.web.Moment;
import nightfill.adapter.web.ShownMark;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.AttemptView;
import nightfill.view.Spans;
import nightfill.view.StatusWords;
import org.jspecify.annotations.Nullable;

/**
 * An attempt, and its steps.
 *
 * @param last whether there is none after it
 * @param asked null where it is not known who did
 */
record AttemptSheet(Head head, boolean last, @Nullable Who asked, String outcome, List<StepSheet> steps) {

    /** @param number the how manieth it is of its run */
    record Head(int number, ShownMark mark, @Nullable Moment began, String took) {}

    /**
     * Who asked for it.
     *
     * @param from process and host, or address
     * @param entry the address of the entry of the audit trail
     */
    record Who(String name, String from, String note, String entry) {

        public boolean noted() {
            return !note.isEmpty();
        }

        static @Nullable Who of(@Nullable Asked asked) {
            return asked == null
                    ? null
                    : new Who(
                            asked.actor().name(), asked.actor().origin(), asked.note(), AuditPage.path(asked.entry()));
        }
    }

    /** Whether it took a step. */
    public boolean any() {
        return !steps.isEmpty();
    }

    static AttemptSheet of(AttemptView attempt, int number, TimeAxis axis, ZoneId zone) {
        @Nullable Instant began = attempt.attempt().times().started();
        return new AttemptSheet(
                new Head(
                        number,
                        ShownMark.of(StatusWords.mark(attempt.status())),
                        began == null ? null : Moment.exactly(began, zone),
                        Spans.text(attempt.times().took())),
                axis.isLast(attempt),
                Who.of(attempt.attempt().asked()),
                StatusWords.explained(
                        attempt.status(), attempt.attempt().recorded().message()),
                attempt.steps().stream()
                        .map(step -> StepSheet.of(step, axis.bar(attempt, step), axis.now()))
                        .toList());
    }
}
