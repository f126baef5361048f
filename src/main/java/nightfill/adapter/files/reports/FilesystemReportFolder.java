package nightfill.adapter.files.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.adapter.files.Aside;
import nightfill.adapter.files.ContentReader;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Entries;
import nightfill.application.figures.Closing;
import nightfill.application.figures.Summary;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportReader;
import nightfill.application.run.Fence;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;

/** OUTPUT in the file system: {@code <business date>/run-<n>}, each put in place by one rename. */
public record FilesystemReportFolder(Path output, ReportFormats formats, Fence fence) implements ReportFolder {

    static final String SUMMARY = "summary.json";

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
        Path file = output.resolve(IDENTITY);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    @Override
    public void setDatabaseId(String databaseId) throws IOException {
        Files.createDirectories(output);
        Durable.replace(
                output.resolve(IDENTITY), file -> file.write((databaseId + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> directories() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path date : Entries.of(output, "[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            for (Path run : Entries.of(date, "run-[0-9]+")) {
                found.add(Entries.name(date) + "/" + Entries.name(run));
            }
        }
        return found;
    }

    @Override
    public Optional<Summary> shown(String directory) throws IOException {
        Path run = output.resolve(directory);
        return Files.isRegularFile(run.resolve(Manifest.NAME)) && isListed(run)
                ? Optional.of(summary(run))
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
        return sha256(directory(run).resolve(Manifest.NAME));
    }

    @Override
    public Optional<String> sha256(Run run, Report report) throws IOException {
        return sha256(directory(run).resolve(report.fileName()));
    }

    @Override
    public Closing closing(Run run) throws IOException {
        ClosingSums sums = new ClosingSums();
        formats.reader()
                .read(
                        directory(run).resolve(Report.UNALLOCATED.fileName()),
                        Report.UNALLOCATED.header(),
                        sums::addOpen);
        formats.reader().read(directory(run).resolve(Report.STOCK.fileName()), Report.STOCK.header(), sums::addBatch);
        return sums.closing();
    }

    @Override
    public Summary summary(Run run) throws IOException {
        return summary(directory(run));
    }

    private Summary summary(Path run) throws IOException {
        return formats.summaries().parse(Files.readAllBytes(run.resolve(SUMMARY)));
    }

    @Override
    public ReportReader.Rows open(Run run, Report report) throws IOException {
        return formats.reader().open(directory(run).resolve(report.fileName()), report.header());
    }

    @Override
    public List<String> differences(Run run) throws IOException {
        return new ListedFiles(directory(run)).differences();
    }

    @Override
    public List<Path> foreign(Run run) throws IOException {
        return new ListedFiles(directory(run)).foreign();
    }

    @Override
    public Draft draft(Run run) throws IOException {
        fence.around(aside(run)::clear);
        Files.createDirectories(output);
        Path aside = Files.createDirectory(aside(run).next());
        return new FilesystemDraft(aside, directory(run), run.rules(), formats, fence);
    }

    @Override
    public void remove(Run run) throws IOException {
        if (Files.isDirectory(directory(run), LinkOption.NOFOLLOW_LINKS)) {
            // at once, so that nobody, and no later attempt, meets a part of it
            Files.move(directory(run), aside(run).next(), StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.removeWithParent(directory(run));
        aside(run).clear();
    }

    private static boolean isListed(Path run) throws IOException {
        Optional<String> sha256 = sha256(run.resolve(SUMMARY));
        List<String> listed = Files.readAllLines(run.resolve(Manifest.NAME));
        return sha256.isPresent() && listed.contains(sha256.get() + "  " + SUMMARY);
    }

    private Aside aside(Run run) {
        return new Aside(output, "." + run.directory().replace('/', '-') + ".");
    }

    private static Optional<String> sha256(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(ContentReader.sha256(file)) : Optional.empty();
    }
}
