package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.HashedFile;
import nightfill.application.report.ReportWriter;

/** Writes reports as RFC 4180 has it: CRLF, UTF-8 without BOM, quotes only where needed, the same on every machine. */
public final class CsvReportWriter implements ReportWriter {

    @Override
    public Report create(Path file, List<String> header) throws IOException {
        return new CsvReport(new HashedFile(file), header);
    }
}
