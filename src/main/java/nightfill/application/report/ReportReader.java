package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads back a report that was written. */
public interface ReportReader {

    /** Passes on the rows, each with the values of the columns, which must be the file's. */
    void read(Path file, List<String> columns, Consumer<List<String>> action) throws IOException;

    /** Opens a report whose columns must be those. */
    Rows open(Path file, List<String> columns) throws IOException;

    /** The rows of one report, in file order. */
    interface Rows extends AutoCloseable {

        /** The next row, or null behind the last. */
        @Nullable
        List<String> next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
