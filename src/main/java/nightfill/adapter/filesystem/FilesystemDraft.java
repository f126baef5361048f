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
import nightfill.application.port.Fence;
import nightfill.application.port.ReportFolder.Draft;
import nightfill.application.port.ReportWriter;
import nightfill.application.port.ReportWriter.Written;
import nightfill.application.report.Contents;
import nightfill.application.report.DataPackage;
import nightfill.application.report.NightPage;
import nightfill.application.report.Report;
import nightfill.application.report.Summary;

/** Reports in a directory beside their place, until all of them are there. */
final class FilesystemDraft implements Draft {

    private final Path aside;
    private final Path place;
    private final ReportFormats formats;
    private final Fence fence;

    FilesystemDraft(Path aside, Path place, ReportFormats formats, Fence fence) {
        this.aside = aside;
        this.place = place;
        this.formats = formats;
        this.fence = fence;
    }

    @Override
    public Path place() {
        return aside;
    }

    @Override
    public Written write(Report report, Consumer<Consumer<List<String>>> source) throws IOException {
        try (ReportWriter.Report file = formats.writer().create(aside.resolve(report.fileName()), report.header())) {
            source.accept(row -> add(file, row));
            return file.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Contents contents(Report report) throws IOException {
        ContentSums sums = new ContentSums(report);
        formats.reader().read(aside.resolve(report.fileName()), report.header(), sums::add);
        return sums.contents();
    }

    @Override
    public void write(Summary summary) throws IOException {
        Durable.write(
                aside.resolve(FilesystemReportFolder.SUMMARY),
                formats.summaries().bytes(summary));
    }

    @Override
    public void write(DataPackage reports) throws IOException {
        Durable.write(aside.resolve("datapackage.json"), formats.packages().bytes(reports));
    }

    @Override
    public void write(NightPage page) throws IOException {
        Durable.write(aside.resolve("report.html"), formats.pages().bytes(page));
    }

    @Override
    public String publish() throws IOException {
        Path manifest = aside.resolve(FilesystemReportFolder.MANIFEST);
        Durable.write(manifest, manifest().getBytes(StandardCharsets.UTF_8));
        Durable.sync(aside);
        String sha256 = Hashes.of(manifest);
        fence.around(() -> moveIntoPlace(sha256));
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

    private static void add(ReportWriter.Report file, List<String> row) {
        try {
            file.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
