package nightfill.adapter.files.reports;

import nightfill.application.report.DataPackageFormat;
import nightfill.application.report.PageFormat;
import nightfill.application.report.ReportReader;
import nightfill.application.report.ReportWriter;
import nightfill.application.report.SummaryFormat;

/** How the files of a run are written and read back. */
public record ReportFormats(
        ReportWriter writer,
        ReportReader reader,
        SummaryFormat summaries,
        DataPackageFormat packages,
        PageFormat pages) {}
