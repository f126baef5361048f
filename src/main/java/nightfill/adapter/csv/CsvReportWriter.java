package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.adapter.files.HashedFile;
import nightfill.application.report.ReportWriter;
import nightfill.application.report.ReportWriter.Report;
import nightfill.application.report.ReportWriter.Written;
import nightfill.domain.proof.Content;
import nightfill.domain.words.Rules;

/** Writes reports as RFC 4180 has it: CRLF, UTF-8 without BOM, quotes only where needed, the same on every machine. */
public final class CsvReportWriter implements ReportWriter {

    @Override
    public Report create(Path file, List<String> header, Rules rules) throws IOException {
        return new CsvReport(new HashedFile(file), new CsvLine(rules), header);
    }

    /** A report on its way to a file, hashed as it passes. */
    private static final class CsvReport implements Report {

        private final HashedFile file;
        private final CsvLine line;
        private long rows;

        private CsvReport(HashedFile file, CsvLine line, List<String> header) throws IOException {
            this.file = file;
            this.line = line;
            line.write(header, file.writer());
        }

        @Override
        public void add(List<String> row) throws IOException {
            line.write(row, file.writer());
            rows++;
        }

        @Override
        public Written finish() throws IOException {
            Content content = file.finish();
            return new Written(rows, content.bytes(), content.sha256());
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
