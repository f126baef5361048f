package nightfill.adapter.page;

import java.util.List;
import nightfill.application.figures.Summary;

/** What people should know; of many, the first. */
record WarningView(List<String> shown, boolean more) {

    private static final int SHOWN = 20;

    boolean any() {
        return !shown.isEmpty();
    }

    static WarningView of(Summary summary) {
        List<String> warnings = summary.warnings();
        return new WarningView(warnings.stream().limit(SHOWN).toList(), warnings.size() > SHOWN);
    }
}
