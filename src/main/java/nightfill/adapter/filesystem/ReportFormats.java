package nightfill.adapter.filesystem;

import nightfill.application.port.DataPackageFormat;
import nightfill.application.port.PageFormat;
import nightfill.application.port.ReportReader;
import nightfill.application.port.ReportWriter;
import nightfill.application.port.SummaryFormat;

/** How the files of a run are written and read back. */
public record ReportFormats(
        ReportWriter writer,
        ReportReader reader,
        SummaryFormat summaries,
        DataPackageFormat packages,
        PageFormat pages) {}
