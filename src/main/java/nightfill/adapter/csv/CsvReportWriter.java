package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import nightfill.application.report.ReportWriter;

/** Writes reports as RFC 4180 has it: CRLF, UTF-8 without BOM, quotes only where needed, the same on every machine. */
public final class CsvReportWriter implements ReportWriter {

    @Override
    public Report create(Path file, List<String> header) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        return new CsvReport(channel, header);
    }
}
