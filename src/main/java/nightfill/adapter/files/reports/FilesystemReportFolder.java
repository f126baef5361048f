package nightfill.adapter.files.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.adapter.files.Durable;
import nightfill.adapter.files.Hashes;
import nightfill.adapter.files.ListedFiles;
import nightfill.application.figures.Closing;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportReader;
import nightfill.application.run.Fence;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;

/** OUTPUT in the file system: {@code <business date>/run-<n>}, each put in place by one rename. */
public final class FilesystemReportFolder implements ReportFolder {

    public static final String MANIFEST = "MANIFEST.sha256";
    static final String SUMMARY = "summary.json";

    private final Path output;
    private final ReportFormats formats;
    private final Fence fence;

    public FilesystemReportFolder(Path output, ReportFormats formats, Fence fence) {
        this.output = output;
        this.formats = formats;
        this.fence = fence;
    }

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
        Path temporary = output.resolve(IDENTITY + ".new");
        Durable.write(temporary, (databaseId + "\n").getBytes(StandardCharsets.UTF_8));
        Files.move(temporary, output.resolve(IDENTITY), StandardCopyOption.ATOMIC_MOVE);
        Durable.sync(output);
    }

    @Override
    public List<String> standing() throws IOException {
        List<String> standing = new ArrayList<>();
        for (Path date : children(output, "[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            for (Path run : children(date, "run-[0-9]+")) {
                standing.add(date.getFileName() + "/" + run.getFileName());
            }
        }
        return standing;
    }

    @Override
    public Optional<Shown> shown(String directory) throws IOException {
        Path run = output.resolve(directory);
        Optional<String> manifest = sha256(run.resolve(MANIFEST));
        if (manifest.isEmpty() || !isListed(run)) {
            return Optional.empty();
        }
        Summary summary = formats.summaries().parse(Files.readAllBytes(run.resolve(SUMMARY)));
        return Optional.of(new Shown(manifest.get(), summary))
                .filter(shown -> shown.summary().directory().equals(directory));
    }

    @Override
    public Set<LocalDate> dates() throws IOException {
        return children(output, ".*").stream()
                .flatMap(date -> Dates.parse(String.valueOf(date.getFileName())).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> manifestSha256(Run run) throws IOException {
        return sha256(directory(run).resolve(MANIFEST));
    }

    @Override
    public Optional<String> sha256(Run run, Report report) throws IOException {
        return sha256(directory(run).resolve(report.fileName()));
    }

    @Override
    public boolean hasSummary(Run run) throws IOException {
        return isListed(directory(run));
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
        return formats.summaries().parse(Files.readAllBytes(directory(run).resolve(SUMMARY)));
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
    public Draft draft(Run run) throws IOException {
        fence.around(() -> removeDrafts(run));
        Files.createDirectories(output);
        // with a name of its own, so that a process that was taken over writes to nobody else's
        Path aside = Files.createDirectory(output.resolve(aside(run) + UUID.randomUUID()));
        return new FilesystemDraft(aside, directory(run), formats, fence);
    }

    @Override
    public void remove(Run run) throws IOException {
        if (Files.isDirectory(directory(run), LinkOption.NOFOLLOW_LINKS)) {
            // at once, so that nobody, and no later attempt, meets a part of it
            Files.move(directory(run), output.resolve(aside(run) + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
        }
        Durable.removeWithParent(directory(run));
        removeDrafts(run);
    }

    private static boolean isListed(Path run) throws IOException {
        Optional<String> sha256 = sha256(run.resolve(SUMMARY));
        List<String> listed = Files.readAllLines(run.resolve(MANIFEST));
        return sha256.isPresent() && listed.contains(sha256.get() + "  " + SUMMARY);
    }

    private void removeDrafts(Run run) throws IOException {
        for (Path draft : children(output, Pattern.quote(aside(run)) + ".*")) {
            Durable.remove(draft);
        }
    }

    private static String aside(Run run) {
        return "." + run.directory().replace('/', '-') + ".";
    }

    private static Optional<String> sha256(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Hashes.of(file)) : Optional.empty();
    }

    private static List<Path> children(Path directory, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> String.valueOf(child.getFileName()).matches(name))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Adds up what a run's reports tell. */
    private static final class ClosingSums {

        private Tally open = Tally.NONE;
        private Tally stock = Tally.NONE;
        private long allocated;
        private long dispatched;

        private void addOpen(List<String> row) {
            open = open.plus(new Tally(1, Long.parseLong(row.get(3))));
        }

        private void addBatch(List<String> row) {
            stock = stock.plus(new Tally(1, Long.parseLong(row.get(2))));
            allocated += Long.parseLong(row.get(4));
            dispatched += Long.parseLong(row.get(5));
        }

        private Closing closing() {
            return new Closing(open, stock, allocated, dispatched);
        }
    }
}
