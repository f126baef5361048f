package nightfill.application.verify;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nightfill.domain.proof.RunLinks;
import nightfill.domain.proof.RunLinks.Reference;
import nightfill.domain.run.RunName;
import nightfill.harness.InMemoryDisk;
import org.jspecify.annotations.Nullable;

/** Published runs on a disk in memory, each of a stock and a summary; a summary is a line for each thing that it says. */
record RunsOnDisk(InMemoryDisk disk, Path place) implements SummaryLinks {

    /** Adds a run behind others, which are named as {@code 2026-11-20/run-1}. */
    void add(String directory, @Nullable String previous, @Nullable String replaces) {
        write(directory, "stock.csv", "stock of " + directory);
        write(
                directory,
                "summary.json",
                "run %s\nprevious %s\nreplaces %s\nstock.csv %s"
                        .formatted(
                                directory.replace("/run-", " "),
                                link(previous),
                                link(replaces),
                                InMemoryDisk.sha256("stock of " + directory)));
        seal(directory);
    }

    void write(String directory, String name, String text) {
        disk.write(at(directory).resolve(name), text);
    }

    /** Writes a manifest of all that is in a directory. */
    void seal(String directory) {
        Path manifest = at(directory).resolve("MANIFEST.sha256");
        String lines = disk.below(at(directory)).stream()
                .filter(file -> !file.equals(manifest))
                .map(file -> InMemoryDisk.sha256(disk.text(file)) + "  "
                        + at(directory).relativize(file) + "\n")
                .collect(Collectors.joining());
        disk.write(manifest, lines);
    }

    Path at(String directory) {
        return place.resolve(directory);
    }

    private String link(@Nullable String directory) {
        return directory == null
                ? "none"
                : directory + " " + InMemoryDisk.sha256(disk.text(at(directory).resolve("MANIFEST.sha256")));
    }

    @Override
    public Optional<RunLinks> read(String summary) {
        Map<String, String> says = new TreeMap<>();
        summary.lines().forEach(line -> says.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        String run = says.remove("run");
        if (run == null) {
            return Optional.empty();
        }
        return Optional.of(new RunLinks(
                new RunName(LocalDate.parse(run.substring(0, 10)), Integer.parseInt(run.substring(11))),
                reference(says.remove("previous")),
                reference(says.remove("replaces")),
                says));
    }

    private static @Nullable Reference reference(@Nullable String link) {
        return link == null || link.equals("none")
                ? null
                : new Reference(link.substring(0, link.indexOf(' ')), link.substring(link.indexOf(' ') + 1));
    }
}
