package nightfill.application.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nightfill.application.figures.Summary;
import nightfill.application.report.Recount;
import nightfill.application.report.Recount.Finding;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Holds the reports in OUTPUT against the data. */
final class OutputChecks {

    private final Runs runs;
    private final Recount recount;
    private final ReportFolder folder;
    private final List<String> before;
    private final List<String> missing = new ArrayList<>();
    private final List<String> altered = new ArrayList<>();
    private final List<String> unchained = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    /** @param before the runs in OUTPUT before the data were looked at */
    OutputChecks(Runs runs, Recount recount, ReportFolder folder, List<String> before) {
        this.runs = runs;
        this.recount = recount;
        this.folder = folder;
        this.before = before;
    }

    List<Finding> findings() {
        try {
            for (Run finished : runs.everFinished()) {
                look(finished);
            }
            List<Finding> findings = new ArrayList<>(List.of(
                    finding("the reports of every finished run are in OUTPUT", missing),
                    finding("OUTPUT shows no run that the database does not know", unknown()),
                    finding("every report is as its manifest lists it", altered),
                    finding("summaries name the runs before theirs, and form a chain", unchained),
                    finding("stock.csv shows what batches have after the last run", differences(Report.STOCK)),
                    finding("unallocated.csv shows what is open after the last run", differences(Report.UNALLOCATED))));
            if (!foreign.isEmpty()) {
                findings.add(new Finding("a program or a system left nothing in OUTPUT", 0, foreign));
            }
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Run finished) throws IOException {
        Optional<String> manifest = folder.manifestSha256(finished);
        if (manifest.isEmpty()) {
            missing.add(folder.directory(finished) + " is missing, or lacks its manifest");
        } else if (!manifest.equals(Optional.ofNullable(finished.manifestSha256()))) {
            altered.add(
                    "%s: MANIFEST.sha256 is not the one that the database knows".formatted(folder.directory(finished)));
        } else {
            List<String> differences = folder.differences(finished);
            folder.foreign(finished).forEach(file -> foreign.add(file.toString()));
            differences.forEach(difference -> altered.add(folder.directory(finished) + ": " + difference));
            if (differences.isEmpty()) {
                follow(finished, folder.summary(finished));
            }
        }
    }

    private void follow(Run finished, Summary summary) {
        Run before = runs.find(finished.previousId());
        if (!Objects.equals(summary.identity().previous(), Summary.Reference.to(before))) {
            note(finished, before, "previous");
        }
        Run corrected = runs.find(finished.replacesId());
        if (!Objects.equals(summary.identity().replaces(), Summary.Replaced.by(corrected))) {
            note(finished, corrected, "replaced");
        }
    }

    private void note(Run finished, @Nullable Run other, String role) {
        unchained.add("%s: summary.json does not name %s as %s"
                .formatted(folder.directory(finished), other == null ? "none" : other.title(), role));
    }

    /** A run that is abandoned meanwhile leaves no directory behind. */
    private List<String> unknown() throws IOException {
        Set<String> known = new HashSet<>();
        runs.everFinished().forEach(run -> known.add(run.directory()));
        runs.unfinished().ifPresent(run -> known.add(run.directory()));
        List<String> still = folder.directories();
        return before.stream()
                .filter(directory -> !known.contains(directory) && still.contains(directory))
                .map(directory -> folder.place().resolve(directory).toString())
                .toList();
    }

    private List<String> differences(Report report) throws IOException {
        Optional<Run> last = runs.lastFinished();
        if (last.isEmpty() || folder.sha256(last.get(), report).isEmpty()) {
            return List.of();
        }
        return SideBySide.compare(
                folder, last.get(), report, rows -> recount.forEachRow(last.get(), report, rows), "the data show");
    }

    private static Finding finding(String check, List<String> faults) {
        return new Finding(check, faults.size(), List.copyOf(faults));
    }
}
