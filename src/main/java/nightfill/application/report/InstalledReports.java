package nightfill.application.report;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightfill.application.figures.Summary;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;

/** Compares what is in OUTPUT with what the database knows of it. */
public record InstalledReports(Runs runs, ReportFolder folder) {

    /**
     * Requires the reports that a later night builds on.
     *
     * @throws Problem (refused) when they are missing or were altered
     */
    public void requireIntact(Run finished) throws IOException {
        requireInstalled(finished);
        for (Report report : new Report[] {Report.UNALLOCATED, Report.STOCK}) {
            Optional<String> known = runs.report(finished, report.fileName()).map(Summary.File::sha256);
            if (!folder.sha256(finished, report).equals(known)) {
                throw Problem.refused(
                        "%s is missing or was altered"
                                .formatted(folder.directory(finished).resolve(report.fileName())),
                        Remedy.mend("put back the file with SHA-256 " + known.orElse("?")));
            }
        }
        if (folder.shown(finished.directory()).isEmpty()) {
            throw RunsInOutput.illegible(folder.directory(finished));
        }
    }

    /**
     * Requires a finished run's reports.
     *
     * @throws Problem (refused) when they are missing or were altered
     */
    public void requireInstalled(Run finished) throws IOException {
        Optional<String> installed = folder.manifestSha256(finished);
        if (!installed.equals(Optional.ofNullable(finished.manifestSha256()))) {
            throw Problem.refused(
                    "%s: the reports of %s are %s"
                            .formatted(
                                    folder.directory(finished),
                                    finished.title(),
                                    installed.isEmpty() ? "missing" : "not those that the database knows"),
                    Remedy.mend("put them back"),
                    Act.NAME_OUTPUT);
        }
    }

    /**
     * Requires that OUTPUT is this database's.
     *
     * @throws Problem (refused) when it belongs to another one, or shows runs that this one does not know
     */
    public void requireSameDatabase() throws IOException {
        requireNoOtherDatabase();
        Set<String> known = new HashSet<>();
        runs.everFinished().forEach(run -> known.add(run.directory()));
        Optional<Run> unfinished = runs.unfinished();
        if (unfinished.isPresent() && isOf(unfinished.get())) {
            known.add(unfinished.get().directory());
        }
        for (String directory : folder.directories()) {
            if (!known.contains(directory)) {
                throw Problem.refused(
                        "%s exists, but this database does not know that run"
                                .formatted(folder.place().resolve(directory)),
                        Act.RUN_AFTER_RESTORE,
                        Act.NAME_DATABASE,
                        Act.NAME_OUTPUT);
            }
        }
    }

    /** Whether what is in the place of a run that is not finished, if anything, is its own. */
    private boolean isOf(Run unfinished) throws IOException {
        return folder.shown(unfinished.directory())
                .filter(shown -> RunsInOutput.isOf(shown, unfinished, runs))
                .isPresent();
    }

    /**
     * Requires that a run has no reports yet, for a night is finished when they are in OUTPUT.
     *
     * @throws Problem (refused) when this database's OUTPUT shows them
     */
    public void requireNone(Run unfinished) throws IOException {
        boolean own = folder.databaseId().filter(runs.databaseId()::equals).isPresent();
        if (own && folder.manifestSha256(unfinished).isPresent()) {
            throw Problem.refused(
                    "%s: the reports of %s exist already".formatted(folder.directory(unfinished), unfinished.title()),
                    Act.FINISH_THEN_CORRECT);
        }
    }

    /**
     * Requires that the directory is this database's, or nobody's yet.
     *
     * @throws Problem (refused) when it belongs to another one
     */
    public void requireNoOtherDatabase() throws IOException {
        Optional<String> owner = folder.databaseId();
        if (owner.isPresent() && !owner.get().equals(runs.databaseId())) {
            throw Problem.refused(
                    "the reports in %s come from %s, this one is %s"
                            .formatted(folder.place(), new OtherDatabase(owner.get()).words(), runs.databaseId()),
                    Act.NAME_OUTPUT,
                    Remedy.mend("another publish directory"),
                    Act.NAME_DATABASE,
                    Act.RESTORE_BACKUP);
        }
    }

    /**
     * Requires the reports of the run that was finished last, and returns that one.
     *
     * @param finished runs, in the order in which they were run
     * @throws Problem (refused) when they are missing or were altered, or no run is finished yet
     */
    public Run requireLast(List<Run> finished) throws IOException {
        if (finished.isEmpty()) {
            throw Problem.refused(
                    "no run is finished yet, so there is nothing to publish", Remedy.mend("run a night first"));
        }
        Run last = finished.get(finished.size() - 1);
        requireInstalled(last);
        return last;
    }
}
