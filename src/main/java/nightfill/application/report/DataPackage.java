package nightfill.application.report;

import java.util.Map;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Rules;

/**
 * A run's CSV reports as they were written, for programs that want to know what to expect of them.
 *
 * @param rules by which the run was worked, and which say what its columns may hold
 */
public record DataPackage(RunName run, Rules rules, Map<Report, Written> files) {}
