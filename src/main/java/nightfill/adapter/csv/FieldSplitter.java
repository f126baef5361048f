package nightfill.adapter.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes one record after the other apart into its fields, with a single Commons CSV parser. */
final class FieldSplitter {

    private final RecordFeeder feeder = new RecordFeeder();
    private final Iterator<CSVRecord> records;

    FieldSplitter() throws IOException {
        // RFC4180 neither trims nor skips nor knows escapes and comments: what the bytes say is what comes out
        records = CSVParser.builder()
                .setReader(feeder)
                .setFormat(CSVFormat.RFC4180)
                .get()
                .iterator();
    }

    List<String> split(String record) {
        feeder.offer(record);
        List<String> fields = Arrays.asList(records.next().values());
        feeder.requireDrained();
        return fields;
    }
}
