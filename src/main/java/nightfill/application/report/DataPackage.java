package nightfill.application.report;

import java.util.Map;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.run.RunName;

/** A run's CSV reports as they were written, for programs that want to know what to expect of them. */
public record DataPackage(RunName run, Map<Report, Written> files) {}
