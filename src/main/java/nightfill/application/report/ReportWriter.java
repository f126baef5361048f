package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nightfill.domain.words.Rules;

/** Writes reports row by row. */
public interface ReportWriter {

    /** Begins a report with its header, in a file that is not there yet, as runs of those rules have it. */
    Report create(Path file, List<String> header, Rules rules) throws IOException;

    /** A report being written. */
    interface Report extends AutoCloseable {

        void add(List<String> row) throws IOException;

        /** Completes the report, on disk; nothing may be added afterwards. */
        Written finish() throws IOException;

        /** Releases the file; without {@link #finish} what it holds is not a report. */
        @Override
        void close() throws IOException;
    }

    /**
     * What was written.
     *
     * @param rows without the header
     * @param sha256 of all bytes, 64 hexadecimal digits in lower case
     */
    record Written(long rows, long bytes, String sha256) {}
}
