package nightfill.application.report;

import java.util.List;
import java.util.function.Consumer;
import nightfill.application.run.HowFar;
import nightfill.domain.watch.Phase;

/** Shows how far the writing of reports is. */
final class ReportedRows {

    private static final int PHASES = 3;

    private final HowFar shown;
    private long expected = 1;
    private long rows;

    ReportedRows(HowFar shown) {
        this.shown = shown;
    }

    /** Begins with the rows of all reports, which are about so many. */
    void writing(long about) {
        expected = Math.max(1, about);
        shown.phase(new Phase(1, PHASES, "rows"));
    }

    /** The same action, whose rows are counted. */
    Consumer<List<String>> counted(Consumer<List<String>> action) {
        return row -> {
            action.accept(row);
            rows++;
            shown.at(rows, Math.min(1, (double) rows / expected));
        };
    }

    void counting() {
        shown.phase(new Phase(2, PHASES, "counts"));
    }

    void installing() {
        shown.phase(new Phase(PHASES, PHASES, "putting in place"));
    }
}
