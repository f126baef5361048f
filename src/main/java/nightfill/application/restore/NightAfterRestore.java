package nightfill.application.restore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.feeds.FormerFeeds;
import nightfill.application.figures.Summary;
import nightfill.application.night.Ledger;
import nightfill.application.night.NightOutcome;
import nightfill.application.night.NightRequest;
import nightfill.application.night.Rollback;
import nightfill.application.night.RunNight.Means;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.RunsInOutput;
import nightfill.domain.run.Run;

/** Runs a night again that OUTPUT shows and a restored database does not know; the caller holds the run lock. */
public final class NightAfterRestore {

    private final Means means;
    private final Ledger ledger;
    private final NightRequest request;
    private final ReportFolder folder;
    private final InstalledReports installed;
    private final List<String> notes = new ArrayList<>();

    public NightAfterRestore(Means means, Ledger ledger, NightRequest request) {
        this.means = means;
        this.ledger = ledger;
        this.request = request;
        this.folder = means.folders().at(request.output());
        this.installed = new InstalledReports(means.runs(), folder);
    }

    /**
     * The first of them, in the order in which they were run; nothing when there is none.
     *
     * @throws Problem (refused) when it cannot be run again, or comes out otherwise than OUTPUT shows it
     */
    public Optional<NightOutcome> run(Consumer<Run> begun, StopToken stop) throws IOException {
        installed.requireNoOtherDatabase();
        RunsInOutput shown = new RunsInOutput(means.runs(), folder);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<Run> unfinished = means.runs().unfinished();
        Optional<Summary> own = unfinished.flatMap(shown::of);
        if (own.isPresent()) {
            return Optional.of(work(unfinished.get(), own.get(), begun, stop));
        }
        Summary next = shown.after(last(unfinished).orElse(null));
        return Optional.of(work(open(next, unfinished), next, begun, stop));
    }

    /** The last run that counts, or will when an unfinished run is undone. */
    private Optional<Run> last(Optional<Run> unfinished) {
        return unfinished
                .flatMap(run -> Optional.ofNullable(run.replacesId()))
                .map(means.runs()::get)
                .or(means.runs()::lastFinished);
    }

    /** Nothing is forgotten of an unfinished run's feeds: another run of the same number may have taken them in. */
    private Run open(Summary next, Optional<Run> unfinished) throws IOException {
        Optional<Run> last = last(unfinished);
        boolean corrects = next.identity().replaces() != null;
        Optional<Run> previous = corrects
                ? last.flatMap(run -> Optional.ofNullable(run.previousId())).map(means.runs()::get)
                : last;
        if (previous.isPresent()) {
            installed.requireIntact(previous.get());
        }
        NightRequest again = request.again(next);
        new FormerFeeds(means.files()).find(again.feeds(), next);
        means.fence().inTransaction(() -> {
            unfinished.ifPresent(this::abandon);
            means.runs().loading().ifPresent(means.runs()::discard);
            means.runs().open(again.date(), again.terms(), corrects ? last.orElseThrow() : null);
        });
        return means.runs().loading().orElseThrow();
    }

    private void abandon(Run unfinished) {
        rollback().of(unfinished);
        notes.add(
                "%s, which was unfinished in the restored database, was abandoned, because OUTPUT shows that others were run"
                        .formatted(unfinished.title()));
    }

    private NightOutcome work(Run run, Summary shown, Consumer<Run> begun, StopToken stop) throws IOException {
        means.fence().around(() -> folder.setDatabaseId(means.runs().databaseId()));
        means.fence().inTransaction(() -> begun.accept(run));
        try {
            means.job().work(run, request.again(shown), stop);
        } catch (Problem problem) {
            if (problem.kind() == Kind.REFUSED && run.terms().afterRestore()) {
                means.fence().inTransaction(() -> rollback().of(means.runs().get(run.id())));
            }
            throw problem;
        }
        notes.add((run.terms().afterRestore() ? "%s was run again after a restore" : "%s was finished")
                        .formatted(run.title())
                + ", and its reports are as they were");
        return new NightOutcome(means.runs().get(run.id()), false, List.of(), List.of(), notes);
    }

    /** Takes back what the data say; files are those of the current run, and stay. */
    private Rollback rollback() {
        return new Rollback(means.runs(), ledger);
    }
}
