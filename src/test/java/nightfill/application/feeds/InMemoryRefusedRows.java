package nightfill.application.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.report.Report;
import nightfill.application.report.ReportSource;
import nightfill.domain.run.Run;
import nightfill.harness.InMemoryDisk;

/** Rejects of refused nights on a disk in memory. */
public final class InMemoryRefusedRows implements RefusedRows {

    private final InMemoryDisk disk;
    private final Path home;
    private final ReportSource source;

    public InMemoryRefusedRows(InMemoryDisk disk, Path home, ReportSource source) {
        this.disk = disk;
        this.home = home;
        this.source = source;
    }

    @Override
    public Optional<Path> keep(Run run) {
        forget(run.date());
        List<String> rows = new ArrayList<>();
        source.forEachRow(run, Report.REJECTS, row -> rows.add(String.join(",", row)));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Path file = directory(run.date()).resolve("rejects.csv");
        disk.write(file, String.join("\n", rows));
        return Optional.of(file);
    }

    @Override
    public void forget(LocalDate date) {
        try {
            disk.remove(directory(date));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path directory(LocalDate date) {
        return home.resolve("refused").resolve(date.toString());
    }
}
