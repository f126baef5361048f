package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.adapter.files.Aside;
import nightfill.adapter.files.ClosedHome;
import nightfill.adapter.files.Durable;
import nightfill.application.feeds.RefusedRows;
import nightfill.application.problem.Problem;
import nightfill.application.report.Report;
import nightfill.application.report.ReportSource;
import nightfill.application.report.ReportWriter;
import nightfill.application.run.Fence;
import nightfill.domain.run.Run;
import org.apache.commons.io.function.Uncheck;

/** Rejects of refused nights, in {@code HOME/refused/<date>/rejects.csv}. */
public record FilesystemRefusedRows(Path home, ReportWriter writer, ReportSource source, Fence fence)
        implements RefusedRows {

    @Override
    public Optional<Path> keep(Run run) {
        Path directory = directory(run.date());
        try {
            fence.around(() -> aside(run.date()).clear());
            Path aside = aside(run.date()).next();
            new ClosedHome(home).createDirectories(aside);
            long rows = write(run, aside.resolve(Report.REJECTS.fileName()));
            fence.around(() -> replace(run.date(), aside, rows > 0));
            return rows > 0 ? Optional.of(directory.resolve(Report.REJECTS.fileName())) : Optional.empty();
        } catch (IOException e) {
            throw trouble("the rejects cannot be kept in", run.date(), e);
        }
    }

    @Override
    public void forget(LocalDate date) {
        try {
            fence.around(() -> remove(date));
        } catch (IOException e) {
            throw trouble("former rejects cannot be removed from", date, e);
        }
    }

    private Problem trouble(String what, LocalDate date, IOException e) {
        return Problem.failed("%s %s".formatted(what, directory(date)), e);
    }

    private void replace(LocalDate date, Path aside, boolean anything) throws IOException {
        Durable.remove(directory(date));
        if (anything) {
            Files.move(aside, directory(date), StandardCopyOption.ATOMIC_MOVE);
        }
        aside(date).clear();
    }

    private void remove(LocalDate date) throws IOException {
        Durable.remove(directory(date));
        aside(date).clear();
    }

    private Path directory(LocalDate date) {
        return home.resolve("refused").resolve(date.toString());
    }

    private Aside aside(LocalDate date) {
        return Aside.of(directory(date));
    }

    private long write(Run run, Path file) throws IOException {
        try (ReportWriter.Report report = writer.create(file, Report.REJECTS.header(), run.rules())) {
            source.forEachRow(run, Report.REJECTS, row -> Uncheck.accept(report::add, row));
            long rows = report.finish().rows();
            ClosedHome.closed(file);
            return rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
