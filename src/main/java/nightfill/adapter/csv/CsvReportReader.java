package nightfill.adapter.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import nightfill.application.report.ReportReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads reports row by row. */
public final class CsvReportReader implements ReportReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Override
    public void read(Path file, List<String> columns, Consumer<List<String>> action) throws IOException {
        try (Rows rows = open(file, columns)) {
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                action.accept(row);
            }
        }
    }

    @Override
    public Rows open(Path file, List<String> columns) throws IOException {
        CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT);
        if (!parser.getHeaderNames().equals(columns)) {
            parser.close();
            throw new FileSystemException(
                    file.toString(), null, "its columns are %s, not %s".formatted(parser.getHeaderNames(), columns));
        }
        return new ParsedRows(parser, parser.iterator());
    }

    private record ParsedRows(CSVParser parser, Iterator<CSVRecord> records) implements Rows {

        @Override
        public @Nullable List<String> next() throws IOException {
            try {
                return records.hasNext() ? records.next().toList() : null;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
