package nightfill.application.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.audit.SideBySide;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.ExitCode;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.replay.PastNights.Deed;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Runs;
import nightfill.application.run.Transactions;
import nightfill.domain.run.Run;

/**
 * Works a finished night out again from its kept feeds and the state before it, and compares it with the data and with
 * OUTPUT; changes nothing. It holds the feeds, and all lines and batches in play, in memory.
 */
public final class ReplayNight {

    private final Runs runs;
    private final FeedFiles files;
    private final FeedReader reader;
    private final PastNights past;
    private final ReportFolders folders;
    private final Transactions asOfOneMoment;

    /** @param asOfOneMoment shows the work within it one state of the data, and lets it change nothing */
    public ReplayNight(
            Runs runs,
            FeedFiles files,
            FeedReader reader,
            PastNights past,
            ReportFolders folders,
            Transactions asOfOneMoment) {
        this.runs = runs;
        this.files = files;
        this.reader = reader;
        this.past = past;
        this.folders = folders;
        this.asOfOneMoment = asOfOneMoment;
    }

    /**
     * Replays the run that stands for a date.
     *
     * @throws Problem (refused) when none does, its feeds were not kept, or OUTPUT does not hold its reports
     */
    public Replayed replay(LocalDate date, Path output) {
        List<Replayed> replayed = new ArrayList<>();
        asOfOneMoment.inOne(() -> replayed.add(replay(finished(date), folders.at(output))));
        return replayed.get(0);
    }

    private Run finished(LocalDate date) {
        return runs.finished(date)
                .orElseThrow(() ->
                        Problem.refused("%s is not finished, so that there is nothing to replay; see nightfill status"
                                .formatted(date)));
    }

    private Replayed replay(Run run, ReportFolder folder) {
        NightAgain night = new NightAgain(run, past, sheets(run, folder));
        night.work();
        List<Report> reports = Stream.of(Report.values())
                .filter(report -> report != Report.CONTROL_TOTALS)
                .filter(report -> runs.report(run, report.fileName()).isPresent())
                .toList();
        List<String> differences = new ArrayList<>(differences(run, new Deeds(night)));
        ReportsAgain again = new ReportsAgain(night.books());
        reports.forEach(report -> differences.addAll(differences(run, folder, report, again)));
        return new Replayed(run, night.sheets().rows(), reports.size(), differences);
    }

    private Sheets sheets(Run run, ReportFolder folder) {
        try {
            requireReports(run, folder);
            return Sheets.read(run, runs.accepted(run), files, reader);
        } catch (IOException e) {
            throw new Problem(
                    ExitCode.FAILED,
                    "what is kept of %s cannot be read: %s; see to it and replay again"
                            .formatted(run.title(), FileTrouble.of(e)),
                    e);
        }
    }

    private static void requireReports(Run run, ReportFolder folder) throws IOException {
        if (folder.manifestSha256(run).isEmpty()) {
            throw Problem.refused("%s: the reports of %s are missing; put them back, or name the right --output"
                    .formatted(folder.directory(run), run.title()));
        }
    }

    private List<String> differences(Run run, Deeds deeds) {
        List<String> lines = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            if (deed != Deed.REJECTS_TOLD) {
                Differences differences = new Differences(deed, deeds.of(deed));
                past.forEachDeed(run, deed, differences::find);
                lines.addAll(differences.lines());
            }
        }
        return lines;
    }

    /** What rejects.csv says beside the reason is worded for people: it is held against the data. */
    private List<String> differences(Run run, ReportFolder folder, Report report, ReportsAgain again) {
        return report == Report.REJECTS
                ? SideBySide.compare(
                        folder, run, report, rows -> past.forEachDeed(run, Deed.REJECTS_TOLD, rows), "the data tell")
                : SideBySide.compare(folder, run, report, rows -> again.forEachRow(report, rows), "the replay tells");
    }
}
