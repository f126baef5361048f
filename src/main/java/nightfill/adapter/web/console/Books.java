package nightfill.adapter.web.console;

import nightfill.application.figures.RunFigures;
import nightfill.application.watch.RunView;
import nightfill.domain.watch.NightStatus;
import nightfill.view.Numbers;

/** Whether the books of a run balance, as it was found when it was finished. */
final class Books {

    private Books() {}

    static String text(RunView run) {
        RunFigures figures = run.run().figures();
        if (figures != null) {
            return "Its books balance: all %s.".formatted(Numbers.count(figures.controlTotals(), "control total"));
        }
        return run.status() == NightStatus.UNBALANCED
                ? "Its books do not balance."
                : "Its books are closed only once it is finished.";
    }
}
