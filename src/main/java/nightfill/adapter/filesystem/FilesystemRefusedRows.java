package nightfill.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightfill.application.Run;
import nightfill.application.port.RefusedRows;
import nightfill.application.port.ReportSource;
import nightfill.application.port.ReportWriter;
import nightfill.application.report.Report;

/** Rejects of refused nights, in {@code HOME/refused/<date>/rejects.csv}. */
public final class FilesystemRefusedRows implements RefusedRows {

    private final Path home;
    private final ReportWriter writer;
    private final ReportSource source;

    public FilesystemRefusedRows(Path home, ReportWriter writer, ReportSource source) {
        this.home = home;
        this.writer = writer;
        this.source = source;
    }

    @Override
    public void keep(Run run) {
        Path directory = home.resolve("refused").resolve(run.date().toString());
        try {
            Files.createDirectories(directory);
            write(run, directory.resolve(Report.REJECTS.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("the rejects cannot be kept in " + directory, e);
        }
    }

    private void write(Run run, Path file) throws IOException {
        try (ReportWriter.Report report = writer.create(file, Report.REJECTS.columns())) {
            source.forEachRow(run, Report.REJECTS, row -> add(report, row));
            report.finish();
        }
    }

    private static void add(ReportWriter.Report report, List<String> row) {
        try {
            report.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
