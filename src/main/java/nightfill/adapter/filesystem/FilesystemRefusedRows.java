package nightfill.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.application.FileTrouble;
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
    public Optional<Path> keep(Run run) {
        Path file = directory(run.date()).resolve(Report.REJECTS.fileName());
        try {
            Files.createDirectories(directory(run.date()));
            if (write(run, file) > 0) {
                return Optional.of(file);
            }
            Durable.remove(directory(run.date()));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the rejects cannot be kept: " + FileTrouble.of(e), e);
        }
    }

    @Override
    public void forget(LocalDate date) {
        try {
            Durable.remove(directory(date));
        } catch (IOException e) {
            throw new UncheckedIOException("former rejects cannot be removed: " + FileTrouble.of(e), e);
        }
    }

    private Path directory(LocalDate date) {
        return home.resolve("refused").resolve(date.toString());
    }

    private long write(Run run, Path file) throws IOException {
        try (ReportWriter.Report report = writer.create(file, Report.REJECTS.header())) {
            source.forEachRow(run, Report.REJECTS, row -> add(report, row));
            return report.finish().rows();
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
