package nightfill.application.night;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.feeds.ArrivedFeeds;
import nightfill.application.night.RunNight.Means;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.report.InstalledReports;
import nightfill.application.run.Input;
import nightfill.domain.run.Run;

/** One request, from the first look to the finished run; the caller holds the run lock. */
final class Night {

    private final Means means;
    private final NightRequest request;
    private final InstalledReports installed;
    private final ClearWay clearWay;
    private final ArrivedFeeds arrived;
    private final List<Input> neverRun = new ArrayList<>();
    private final List<Input> leftAlone = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Night(Means means, NightRequest request) {
        this.means = means;
        this.request = request;
        this.installed = new InstalledReports(means.runs(), means.folders().at(request.output()));
        this.clearWay = new ClearWay(means.runs(), installed, request);
        this.arrived = new ArrivedFeeds(
                means.files(), means.runs(), means.acceptFeeds().urgent());
    }

    NightOutcome run(Consumer<Run> begun, StopToken stop) throws IOException {
        notePassedOver();
        Optional<Run> unfinished = means.runs().unfinished();
        if (unfinished.isPresent() && unfinished.get().date().equals(request.date())) {
            takeUp(unfinished.get());
            return work(unfinished.get(), begun, stop);
        }
        Optional<Run> finished = means.runs().finished(request.date());
        if (finished.isPresent()
                && new FinishedNight(finished.get(), request, means.runs()).isDone(arrived, clearWay)) {
            return done(finished.get());
        }
        return work(new LoadingNight(means, request, notes).run(finished.orElse(null), arrived, clearWay), begun, stop);
    }

    private void takeUp(Run unfinished) throws IOException {
        installed.requireSameDatabase();
        if (!arrived.areGone(request.feeds()) && !arrived.areThoseOf(unfinished, request.feeds())) {
            notes.add("%s differs from the feeds that %s accepted; it goes on with those that it accepted"
                    .formatted(request.feeds().path(), unfinished.title()));
        }
        arrived.restore(unfinished, request.feeds());
    }

    private NightOutcome done(Run finished) throws IOException {
        installed.requireSameDatabase();
        installed.requireInstalled(finished);
        means.job().buryDead();
        return new NightOutcome(finished, true, neverRun, leftAlone, notes);
    }

    private NightOutcome work(Run run, Consumer<Run> begun, StopToken stop) throws IOException {
        means.fence().around(() -> installed.folder().setDatabaseId(means.runs().databaseId()));
        means.fence().inTransaction(() -> begun.accept(run));
        try {
            means.job().work(run, request, stop);
        } catch (Problem problem) {
            forgetIfNothingHappened(run, problem);
            throw problem;
        }
        return new NightOutcome(means.runs().get(run.id()), false, neverRun, leftAlone, notes);
    }

    /** A refused night leaves nothing behind; one that failed is taken up again. */
    private void forgetIfNothingHappened(Run run, Problem problem) {
        boolean refused = problem.kind() == Kind.REFUSED || problem.kind() == Kind.NOT_READY;
        try {
            if (refused && means.runs().get(run.id()).state() == Run.State.LOADING) {
                means.discard(run);
            }
        } catch (IOException | RuntimeException e) {
            problem.addSuppressed(e);
        }
    }

    private void notePassedOver() throws IOException {
        PendingDates pending = new PendingDates(means.files(), means.runs());
        Optional<LocalDate> first = pending.first();
        for (LocalDate date : pending.before(request.input(), request.date())) {
            List<Input> noted = first.filter(date::isBefore).isPresent() ? leftAlone : neverRun;
            noted.add(new Input(request.input(), date));
        }
    }
}
