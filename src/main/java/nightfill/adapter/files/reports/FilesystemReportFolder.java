package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nightfill.adapter.files.Aside;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.adapter.files.OpenDirectory;
import nightfill.adapter.files.WholeFile;
import nightfill.application.figures.Closing;
import nightfill.application.figures.Summary;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportReader;
import nightfill.application.run.Fence;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;
import org.apache.commons.io.function.IOFunction;

/** OUTPUT in the file system: {@code <business date>/run-<n>}, each put in place by one rename. */
public record FilesystemReportFolder(Path output, ReportFormats formats, Fence fence) implements ReportFolder {

    static final String SUMMARY = "summary.json";

    /** A UUID and a line feed. */
    private static final int IDENTITY_BYTES = 37;

    @Override
    public Path directory(Run run) {
        return output.resolve(run.directory());
    }

    @Override
    public Path place() {
        return output;
    }

    @Override
    public Optional<String> databaseId() throws IOException {
        if (!Files.isDirectory(output)) {
            return Optional.empty();
        }
        try (OpenDirectory open = OpenDirectory.of(output)) {
            return open.look(IDENTITY).isPresent()
                    ? Optional.of(open.reading(IDENTITY, FilesystemReportFolder::id))
                    : Optional.empty();
        }
    }

    /** No more of it than the mark has that is written here. */
    private static String id(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(IDENTITY_BYTES), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void setDatabaseId(String databaseId) throws IOException {
        Files.createDirectories(output);
        Durable.replace(
                output.resolve(IDENTITY), file -> file.write((databaseId + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> directories() throws IOException {
        return runs().all();
    }

    @Override
    public Optional<Summary> shown(String directory) throws IOException {
        return runs().exists(directory, Manifest.NAME) && runs().within(directory, FilesystemReportFolder::isListed)
                ? Optional.of(runs().within(directory, this::summary))
                        .filter(summary -> summary.directory().equals(directory))
                : Optional.empty();
    }

    @Override
    public Set<LocalDate> dates() throws IOException {
        return Entries.of(output).stream()
                .flatMap(date -> Dates.parse(Entries.name(date)).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> manifestSha256(Run run) throws IOException {
        return sha256(run, Manifest.NAME, WholeFile::sha256);
    }

    @Override
    public Optional<String> sha256(Run run, Report report) throws IOException {
        return sha256(run, report.fileName(), ContentReader::sha256);
    }

    @Override
    public Closing closing(Run run) throws IOException {
        ClosingSums sums = new ClosingSums();
        return runs().within(run.directory(), reports -> {
            read(reports, Report.UNALLOCATED, sums::addOpen);
            read(reports, Report.STOCK, sums::addBatch);
            return sums.closing();
        });
    }

    private void read(OpenDirectory reports, Report report, Consumer<List<String>> row) throws IOException {
        reports.reading(report.fileName(), file -> {
            formats.reader().read(file, report.header(), row);
            return file;
        });
    }

    @Override
    public Summary summary(Run run) throws IOException {
        return runs().within(run.directory(), this::summary);
    }

    private Summary summary(OpenDirectory reports) throws IOException {
        return reports.reading(SUMMARY, file -> formats.summaries().parse(WholeFile.bytes(file)));
    }

    @Override
    public ReportReader.Rows open(Run run, Report report) throws IOException {
        return runs().within(
                        run.directory(),
                        reports -> reports.reading(
                                report.fileName(), file -> formats.reader().open(file, report.header())));
    }

    @Override
    public List<String> differences(Run run) throws IOException {
        return runs().within(run.directory(), reports -> new ListedFiles(reports).differences());
    }

    @Override
    public List<Path> foreign(Run run) throws IOException {
        return runs().within(run.directory(), reports -> new ListedFiles(reports).foreign());
    }

    @Override
    public Draft draft(Run run) throws IOException {
        fence.around(aside(run)::clear);
        Files.createDirectories(output);
        return FilesystemDraft.of(run, aside(run).next(), formats, fence);
    }

    @Override
    public List<Path> remove(Run run) throws IOException {
        // at once, so that nobody, and no later attempt, meets a part of it
        runs().moveAside(run, aside(run).nextName());
        return aside(run).clear();
    }

    private RunDirectories runs() {
        return new RunDirectories(output);
    }

    private static boolean isListed(OpenDirectory reports) throws IOException {
        if (!reports.isFile(SUMMARY)) {
            return false;
        }
        String line = reports.reading(SUMMARY, WholeFile::sha256) + "  " + SUMMARY;
        return reports.reading(Manifest.NAME, WholeFile::text).lines().anyMatch(line::equals);
    }

    private Aside aside(Run run) {
        return new Aside(output, "." + run.directory().replace('/', '-') + ".");
    }

    private Optional<String> sha256(Run run, String file, IOFunction<Path, String> hash) throws IOException {
        return runs().exists(run.directory(), file)
                ? Optional.of(runs().within(run.directory(), reports -> reports.reading(file, hash)))
                : Optional.empty();
    }
}
