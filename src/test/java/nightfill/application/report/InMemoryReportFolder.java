package nightfill.application.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightfill.application.figures.Closing;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.proof.Foreign;
import nightfill.domain.proof.Manifest;
import nightfill.domain.run.Run;
import nightfill.domain.words.Dates;
import nightfill.harness.InMemoryDisk;
import org.jspecify.annotations.Nullable;

/** OUTPUT on a disk in memory; the manifest is what it is everywhere, the other files need only be told apart. */
record InMemoryReportFolder(InMemoryDisk disk, InMemorySummaries summaries, Path place) implements ReportFolder {

    static final String SUMMARY = "summary.json";
    static final String BETWEEN = "\u001F";

    @Override
    public Path directory(Run run) {
        return place.resolve(run.directory());
    }

    @Override
    public Optional<String> databaseId() throws IOException {
        Path file = place.resolve(IDENTITY);
        return disk.isFile(file) ? Optional.of(disk.read(file).strip()) : Optional.empty();
    }

    @Override
    public void setDatabaseId(String databaseId) throws IOException {
        disk.put(place.resolve(IDENTITY), databaseId + "\n");
    }

    @Override
    public List<String> directories() throws IOException {
        List<String> standing = new ArrayList<>();
        for (String date : disk.names(place)) {
            if (date.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                disk.names(place.resolve(date)).stream()
                        .filter(run -> run.matches("run-[0-9]+"))
                        .forEach(run -> standing.add(date + "/" + run));
            }
        }
        return standing;
    }

    @Override
    public Optional<Summary> shown(String directory) throws IOException {
        Path run = place.resolve(directory);
        if (!disk.isFile(run.resolve(Manifest.NAME)) || !isListed(run)) {
            return Optional.empty();
        }
        return Optional.of(summaries.parse(disk.read(run.resolve(SUMMARY))))
                .filter(summary -> summary.directory().equals(directory));
    }

    @Override
    public Set<LocalDate> dates() throws IOException {
        return disk.names(place).stream()
                .flatMap(name -> Dates.parse(name).stream())
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

    private Optional<String> sha256(Path file) throws IOException {
        return disk.isFile(file) ? Optional.of(disk.sha256(file)) : Optional.empty();
    }

    private boolean isListed(Path run) throws IOException {
        return sha256(run.resolve(SUMMARY))
                .equals(Optional.ofNullable(listed(run).get(SUMMARY)));
    }

    private Map<String, String> listed(Path run) throws IOException {
        return Manifest.parse(disk.read(run.resolve(Manifest.NAME))).listed();
    }

    @Override
    public Closing closing(Run run) throws IOException {
        Tally open = Tally.NONE;
        for (List<String> row : rows(directory(run), Report.UNALLOCATED)) {
            open = open.plus(new Tally(1, Long.parseLong(row.get(3))));
        }
        List<List<String>> stock = rows(directory(run), Report.STOCK);
        return new Closing(open, new Tally(stock.size(), sum(stock, 2)), sum(stock, 4), sum(stock, 5));
    }

    private static long sum(List<List<String>> rows, int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum();
    }

    List<List<String>> rows(Path directory, Report report) throws IOException {
        return disk.read(directory.resolve(report.fileName()))
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(BETWEEN, -1)))
                .toList();
    }

    @Override
    public Summary summary(Run run) throws IOException {
        return summaries.parse(disk.read(directory(run).resolve(SUMMARY)));
    }

    @Override
    public ReportReader.Rows open(Run run, Report report) throws IOException {
        return new InMemoryRows(new ArrayDeque<>(rows(directory(run), report)));
    }

    @Override
    public List<String> differences(Run run) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, String> standing = hashes(directory(run));
        listed(directory(run)).forEach((name, sha256) -> {
            String found = standing.remove(name);
            if (!sha256.equals(found)) {
                differences.add(name + (found == null ? " is missing" : " was altered"));
            }
        });
        standing.remove(Manifest.NAME);
        standing.keySet().removeIf(Foreign::is);
        standing.keySet().forEach(name -> differences.add(name + " is not listed"));
        return differences;
    }

    @Override
    public List<Path> foreign(Run run) throws IOException {
        return hashes(directory(run)).keySet().stream()
                .filter(Foreign::is)
                .map(directory(run)::resolve)
                .toList();
    }

    Map<String, String> hashes(Path directory) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String name : disk.names(directory)) {
            hashes.put(name, disk.sha256(directory.resolve(name)));
        }
        return hashes;
    }

    @Override
    public Draft draft(Run run) throws IOException {
        removeDraft(run);
        return new InMemoryDraft(this, aside(run), directory(run));
    }

    @Override
    public List<Path> remove(Run run) throws IOException {
        disk.remove(directory(run));
        if (disk.below(aside(run)).stream().anyMatch(file -> !aside(run).equals(file.getParent()))) {
            return List.of(aside(run));
        }
        removeDraft(run);
        return List.of();
    }

    private void removeDraft(Run run) throws IOException {
        disk.remove(aside(run));
    }

    private Path aside(Run run) {
        return place.resolve("." + run.directory().replace('/', '-') + ".draft");
    }

    private record InMemoryRows(Deque<List<String>> rows) implements ReportReader.Rows {

        @Override
        public @Nullable List<String> next() {
            return rows.poll();
        }

        @Override
        public void close() {}
    }
}
