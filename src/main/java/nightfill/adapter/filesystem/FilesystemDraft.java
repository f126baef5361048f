package nightfill.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.port.ReportFolder.Draft;
import nightfill.application.port.ReportFolder.WrittenReport;
import nightfill.application.port.ReportWriter;
import nightfill.application.port.ReportWriter.Written;
import nightfill.application.port.SummaryFormat;
import nightfill.application.report.Report;
import nightfill.application.report.Summary;
import nightfill.application.report.Tally;

/** Reports in a directory beside their place, until all of them are there. */
final class FilesystemDraft implements Draft {

    private final Path aside;
    private final Path place;
    private final ReportWriter writer;
    private final SummaryFormat summaries;

    FilesystemDraft(Path aside, Path place, ReportWriter writer, SummaryFormat summaries) {
        this.aside = aside;
        this.place = place;
        this.writer = writer;
        this.summaries = summaries;
    }

    @Override
    public Path place() {
        return aside;
    }

    @Override
    public WrittenReport write(Report report, Consumer<Consumer<List<String>>> source) throws IOException {
        try (ReportWriter.Report file = writer.create(aside.resolve(report.fileName()), report.columns())) {
            Units units = new Units(file, report.columns().indexOf("qty"));
            source.accept(units);
            Written written = file.finish();
            return new WrittenReport(written, new Tally(written.rows(), units.sum));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void write(Summary summary) throws IOException {
        Durable.write(aside.resolve("summary.json"), summaries.bytes(summary));
    }

    @Override
    public String publish() throws IOException {
        Path manifest = aside.resolve(FilesystemReportFolder.MANIFEST);
        Durable.write(manifest, manifest().getBytes(StandardCharsets.UTF_8));
        Durable.sync(aside);
        String sha256 = Hashes.of(manifest);
        moveIntoPlace(sha256);
        return sha256;
    }

    /** What an attempt at the same run left there before it was noted as finished gives way. */
    private void moveIntoPlace(String sha256) throws IOException {
        Path standing = place.resolve(FilesystemReportFolder.MANIFEST);
        if (Files.isRegularFile(standing) && Hashes.of(standing).equals(sha256)) {
            Durable.remove(aside);
            return;
        }
        Durable.remove(place);
        Files.createDirectories(place.resolveSibling("."));
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        Durable.sync(place.resolveSibling("."));
        Durable.sync(place.resolveSibling("..").normalize());
    }

    private String manifest() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(aside)) {
            names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(FilesystemReportFolder.MANIFEST))
                    .sorted()
                    .collect(Collectors.toList());
        }
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(Hashes.of(aside.resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        return lines.toString();
    }

    /** Passes rows on and adds up the units that they tell. */
    private static final class Units implements Consumer<List<String>> {

        private final ReportWriter.Report file;
        private final int column;
        private long sum;

        private Units(ReportWriter.Report file, int column) {
            this.file = file;
            this.column = column;
        }

        @Override
        public void accept(List<String> row) {
            try {
                file.add(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (column >= 0) {
                sum += Long.parseLong(row.get(column));
            }
        }
    }
}
