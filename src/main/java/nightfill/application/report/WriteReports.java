package nightfill.application.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nightfill.application.figures.Closing;
import nightfill.application.figures.ControlTotal;
import nightfill.application.figures.NightDetail;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.NightTotals.Lines;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.SilentBatches;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.report.ReportFolder.Draft;
import nightfill.application.report.ReportFolder.ReadBack;
import nightfill.application.report.ReportWriter.Written;
import nightfill.application.run.Beside;
import nightfill.application.run.Beside.Ongoing;
import nightfill.application.run.HowFar;
import nightfill.application.run.Runs;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.run.Run;

/**
 * Writes a run's reports aside while what it did is counted over again, checks that they balance, and puts them in their
 * place as one.
 */
public record WriteReports(Runs runs, ReportSource source, AuditRun auditRun, Beside beside) {

    /**
     * Works within the caller's transaction, which marks the run as finished.
     *
     * @throws Problem (unbalanced) when the run does not pass its audit or a control total differs; no report is
     *     installed then
     */
    public void of(Run run, ReportFolder folder, HowFar shown) {
        try (Draft draft = folder.draft(run);
                Ongoing<Lines> audited = beside.begin(() -> audited(run))) {
            finish(run, folder, draft, audited, new ReportedRows(shown));
        } catch (IOException e) {
            throw Problem.failed("the reports cannot be written to %s".formatted(folder.directory(run)), e);
        }
    }

    /** Its lines are counted in the same session, for that is done before the files are. */
    private Lines audited(Run run) {
        auditRun.of(run);
        return source.lines(run);
    }

    private void finish(Run run, ReportFolder folder, Draft draft, Ongoing<Lines> audited, ReportedRows shown)
            throws IOException {
        Map<Report, Rows> rows = writeRows(run, draft, shown);
        shown.counting();
        Counted counted = count(run, draft, rows.keySet(), audited);
        Map<Feed, FeedCounts> feeds = runs.feedCounts(run);
        ControlTotals controls = new ControlTotals(counted.totals(), feeds, run.rules());
        rows.forEach((report, told) -> controls.report(report, told.hashTotal(), counted.contents(report)));
        controls.opening(closingBefore(run, folder));
        Map<Report, Written> written = new EnumMap<>(Report.class);
        rows.forEach((report, told) -> written.put(report, told.file()));
        written.put(
                Report.CONTROL_TOTALS,
                draft.write(
                        Report.CONTROL_TOTALS, list -> controls.checks().forEach(check -> list.accept(check.row()))));
        requireBalance(run, controls, draft);
        Summary summary = new Summaries(run, runs.find(run.previousId()), runs.find(run.replacesId()))
                .summary(feeds, counted.totals(), counted.silent(), files(written), remarks(run, folder));
        draft.write(summary);
        draft.write(new DataPackage(run.name(), run.rules(), written));
        draft.write(page(run, summary, controls, counted, folder));
        shown.installing();
        RunFigures figures = RunFigures.of(
                counted.totals().lines(), feeds.values(), controls.checks().size());
        runs.finish(run, draft.install(), summary.reports(), figures);
    }

    private Map<Report, Rows> writeRows(Run run, Draft draft, ReportedRows shown) throws IOException {
        shown.writing(source.expectedRows(run));
        Map<Report, Rows> rows = new EnumMap<>(Report.class);
        for (Report report : Report.values()) {
            if (report != Report.CONTROL_TOTALS) {
                StringBuilder hashTotal = new StringBuilder();
                Written file = draft.write(
                        report, action -> hashTotal.append(source.forEachRow(run, report, shown.counted(action))));
                rows.put(report, new Rows(file, hashTotal.toString()));
            }
        }
        return rows;
    }

    /** The database counts while the files are read. */
    private Counted count(Run run, Draft draft, Set<Report> reports, Ongoing<Lines> audited) throws IOException {
        try (ReadBack readBack = draft.readBack(reports)) {
            SilentBatches silent = source.silent(run);
            NightDetail detail = source.detail(run);
            NightTotals totals = source.totals(run, audited.await());
            return new Counted(totals, silent, detail, readBack.contents());
        }
    }

    /**
     * A report that is not checked yet.
     *
     * @param hashTotal of the rows as the database gave them
     */
    private record Rows(Written file, String hashTotal) {}

    /** What the database counts, and what is in the files. */
    private record Counted(NightTotals totals, SilentBatches silent, NightDetail detail, Map<Report, Contents> read) {

        Contents contents(Report report) {
            return Objects.requireNonNull(read.get(report), report::fileName);
        }
    }

    private Closing closingBefore(Run run, ReportFolder folder) throws IOException {
        Run previous = runs.find(run.previousId());
        if (previous == null) {
            return new Closing(Tally.NONE, Tally.NONE, 0, 0);
        }
        new InstalledReports(runs, folder).requireIntact(previous);
        return folder.closing(previous);
    }

    private static void requireBalance(Run run, ControlTotals controls, Draft draft) {
        List<ControlTotal> differences = controls.differences();
        if (!differences.isEmpty()) {
            ControlTotal first = differences.get(0);
            throw Problem.unbalanced(
                    "%s does not balance: %s: expected %s, counted %s (%d of %d checks differ, see %s); its reports are not installed"
                            .formatted(
                                    run.title(),
                                    first.name(),
                                    first.expected(),
                                    first.actual(),
                                    differences.size(),
                                    controls.checks().size(),
                                    draft.place().resolve(Report.CONTROL_TOTALS.fileName())),
                    Act.CALL_SUPPORT);
        }
    }

    /** Reports that exist already have the words of the version that wrote them. */
    private Remarks remarks(Run run, ReportFolder folder) throws IOException {
        Optional<Summary> written = folder.shown(run.directory()).filter(shown -> RunsInOutput.isOf(shown, run, runs));
        written.ifPresent(summary -> runs.adopt(run, summary.identity().overridden(), summary.warnings()));
        return written.map(Remarks::of)
                .orElseGet(() -> new Remarks(List.copyOf(runs.overridden(run)), source.warnings(run)));
    }

    private static Map<String, Summary.File> files(Map<Report, Written> written) {
        Map<String, Summary.File> files = new LinkedHashMap<>();
        written.forEach((report, file) -> files.put(report.fileName(), new Summary.File(file.rows(), file.sha256())));
        return files;
    }

    private NightPage page(Run run, Summary tonight, ControlTotals controls, Counted counted, ReportFolder folder)
            throws IOException {
        Run previous = runs.find(run.previousId());
        Optional<Summary> before = previous == null ? Optional.empty() : Optional.of(folder.summary(previous));
        return new NightPage(tonight, before, controls.checks(), counted.detail(), counted.silent());
    }
}
