package nightfill.application.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads back a report that was written. */
public interface ReportReader {

    /** Tells the rows, each with the values of the columns, which must be the file's. */
    void read(Path file, List<String> columns, Consumer<List<String>> action) throws IOException;
}
