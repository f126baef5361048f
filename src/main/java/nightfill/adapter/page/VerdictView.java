package nightfill.adapter.page;

import java.util.List;
import nightfill.application.figures.ControlTotal;
import nightfill.application.figures.NightPage;
import nightfill.view.Numbers;

/** Whether the books balance, and every sum that says so. */
record VerdictView(boolean balances, String text, List<Row> rows) {

    record Row(String name, String expected, String actual, boolean balances) {}

    static VerdictView of(NightPage night) {
        return new VerdictView(
                night.differences().isEmpty(),
                text(night.differences().size(), night.checks().size()),
                night.checks().stream().map(VerdictView::row).toList());
    }

    private static String text(int differences, int checks) {
        return differences == 0
                ? "All %s agree.".formatted(Numbers.count(checks, "control total"))
                : "%s of %s: see control totals."
                        .formatted(Numbers.count(differences, "difference"), Numbers.grouped(checks));
    }

    private static Row row(ControlTotal check) {
        return new Row(
                check.name(), Numbers.figure(check.expected()), Numbers.figure(check.actual()), check.balances());
    }
}
