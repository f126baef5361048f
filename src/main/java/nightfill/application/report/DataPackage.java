package nightfill.application.report;

import java.time.LocalDate;
import java.util.Map;
import nightfill.application.report.ReportWriter.Written;

/** A run's CSV reports as they were written, for programs that want to know what to expect of them. */
public record DataPackage(LocalDate date, int run, Map<Report, Written> files) {}
