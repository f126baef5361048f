package nightfill.adapter.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import nightfill.application.port.ReportReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads reports row by row. */
public final class CsvReportReader implements ReportReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Override
    public void read(Path file, List<String> columns, Consumer<List<String>> action) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            if (!parser.getHeaderNames().equals(columns)) {
                throw new IOException(
                        "%s has the columns %s, not %s".formatted(file, parser.getHeaderNames(), columns));
            }
            for (CSVRecord record : parser) {
                action.accept(record.toList());
            }
        }
    }
}
