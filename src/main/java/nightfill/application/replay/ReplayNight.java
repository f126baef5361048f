package nightfill.application.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import nightfill.application.audit.SideBySide;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.FeedReader;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.replay.PastNights.Effect;
import nightfill.application.report.Report;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Runs;
import nightfill.application.run.Transactions;
import nightfill.domain.night.Night;
import nightfill.domain.night.NightFeeds;
import nightfill.domain.run.Run;

/**
 * Works a finished night out again from its kept feeds and the state before it, and compares it with the data and with
 * OUTPUT; changes nothing. It holds the feeds, and all lines and batches in play, in memory.
 *
 * @param asOfOneMoment shows the work within it one state of the data, and lets it change nothing
 */
public record ReplayNight(
        Runs runs,
        FeedFiles files,
        FeedReader reader,
        PastNights past,
        ReportFolders folders,
        Transactions asOfOneMoment) {

    /**
     * Replays the current run of a date.
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
                .orElseThrow(() -> Problem.refused(
                        "%s is not finished, so there is nothing to replay".formatted(date), Act.SHOW_STATUS));
    }

    private Replayed replay(Run run, ReportFolder folder) {
        Night night = night(run, feeds(run, folder));
        night.work();
        List<Report> reports = reports(run);
        ReportsAgain again = new ReportsAgain(night.state());
        List<String> differences = new ArrayList<>(differences(run, new Effects(night)));
        reports.forEach(report -> differences.addAll(differences(run, folder, report, again)));
        return new Replayed(run, night.feeds().rows(), reports.size(), differences);
    }

    private Night night(Run run, NightFeeds feeds) {
        return new Night(run.date(), run.turnsBefore(), run.rules(), past.before(run, feeds.orderIds()), feeds);
    }

    private List<Report> reports(Run run) {
        return Stream.of(Report.values())
                .filter(report -> report != Report.CONTROL_TOTALS)
                .filter(report -> runs.report(run, report.fileName()).isPresent())
                .toList();
    }

    private NightFeeds feeds(Run run, ReportFolder folder) {
        try {
            requireReports(run, folder);
            return new KeptFeeds(files, reader).read(run, runs.accepted(run));
        } catch (IOException e) {
            throw Problem.failed("what is kept of %s cannot be read".formatted(run.title()), e);
        }
    }

    private static void requireReports(Run run, ReportFolder folder) throws IOException {
        if (folder.manifestSha256(run).isEmpty()) {
            throw Problem.refused(
                    "%s: the reports of %s are missing".formatted(folder.directory(run), run.title()),
                    Remedy.mend("put them back"),
                    Act.NAME_OUTPUT);
        }
    }

    private List<String> differences(Run run, Effects effects) {
        return EnumSet.complementOf(EnumSet.of(Effect.REJECTS_REPORTED)).stream()
                .flatMap(effect -> differences(run, effect, effects).stream())
                .toList();
    }

    private List<String> differences(Run run, Effect effect, Effects effects) {
        Differences differences = new Differences(effect, effects.of(effect));
        past.forEachEffect(run, effect, differences::find);
        return differences.lines();
    }

    /** What rejects.csv says beside the reason is worded for people: it is compared with the data. */
    private List<String> differences(Run run, ReportFolder folder, Report report, ReportsAgain again) {
        return report == Report.REJECTS
                ? SideBySide.compare(
                        folder,
                        run,
                        report,
                        rows -> past.forEachEffect(run, Effect.REJECTS_REPORTED, rows),
                        "the data show")
                : SideBySide.compare(folder, run, report, rows -> again.forEachRow(report, rows), "the replay shows");
    }
}
