package nightfill.application.report;

import java.util.List;
import nightfill.application.figures.Summary;
import nightfill.domain.run.Acceptance;
import org.jspecify.annotations.Nullable;

/**
 * What a run's summary says to people beside the figures.
 *
 * @param accepted guards that were overridden; null where a former version, which did not say it, wrote the reports
 */
record Remarks(@Nullable List<Acceptance> accepted, List<String> warnings) {

    static Remarks of(Summary summary) {
        return new Remarks(summary.identity().accepted(), summary.warnings());
    }
}
