package nightfill.application.night;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import nightfill.application.feeds.AcceptFeeds;
import nightfill.application.feeds.ArrivedFeeds;
import nightfill.application.feeds.FeedFiles;
import nightfill.application.feeds.SendersWord;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.report.InstalledReports;
import nightfill.application.report.ReportFolder;
import nightfill.application.report.ReportFolders;
import nightfill.application.run.Fence;
import nightfill.application.run.Input;
import nightfill.application.run.RunLock;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;

/** Runs the night of a date, takes up one that was left unfinished, or finds that it is done. */
public final class RunNight {

    private final RunLock lock;
    private final Fence fence;
    private final Runs runs;
    private final AcceptFeeds acceptFeeds;
    private final FeedFiles files;
    private final ReportFolders folders;
    private final NightJob job;
    private volatile boolean working;
    private volatile boolean brokenOff;

    public RunNight(
            RunLock lock,
            Fence fence,
            Runs runs,
            AcceptFeeds acceptFeeds,
            FeedFiles files,
            ReportFolders folders,
            NightJob job) {
        this.lock = lock;
        this.fence = fence;
        this.runs = runs;
        this.acceptFeeds = acceptFeeds;
        this.files = files;
        this.folders = folders;
        this.job = job;
    }

    /**
     * Runs, takes up or finds done.
     *
     * @throws Problem with the exit code of whatever kept the night from being finished
     */
    public NightOutcome run(NightRequest order) {
        return run(order, begun -> {});
    }

    /**
     * The same, telling the run before anything is done for it.
     *
     * @throws Problem with the exit code of whatever kept the night from being finished
     */
    public NightOutcome run(NightRequest order, Consumer<Run> begun) {
        return underLock(order, () -> new Night(order, folders.at(order.output()), begun).run());
    }

    /**
     * Works under the run lock, and says of what fails whether the lock was lost or the night was stopped.
     *
     * @throws Problem with the exit code of whatever kept the work from being done
     */
    public <T> T underLock(NightRequest order, Work<T> work) {
        try (RunLock.Held held = order.takeOver() ? lock.takeOver() : lock.acquire()) {
            working = true;
            return run(work, held);
        } catch (RuntimeException e) {
            throw brokenOff && mayPass(e) ? stopped(order, e) : e;
        } catch (IOException e) {
            throw new Problem(
                    Kind.FAILED,
                    "%s cannot be read: %s; see to it and run again".formatted(order.output(), FileTrouble.of(e)),
                    e);
        } finally {
            working = false;
        }
    }

    /** What fails without the lock fails for want of it. */
    private <T> T run(Work<T> work, RunLock.Held held) throws IOException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            if (!brokenOff && mayPass(e)) {
                requireKept(held, e);
            }
            throw e;
        }
    }

    private static boolean mayPass(RuntimeException failure) {
        return !(failure instanceof Problem problem) || problem.kind() == Kind.FAILED;
    }

    private static Problem stopped(NightRequest order, RuntimeException cause) {
        return new Problem(
                Kind.STOPPED, "the night of %s was stopped; run it again to go on".formatted(order.date()), cause);
    }

    private static void requireKept(RunLock.Held held, RuntimeException failure) {
        try {
            held.requireKept();
        } catch (Problem loss) {
            loss.addSuppressed(failure);
            throw loss;
        }
    }

    /** Lets whatever fails from now on count as stopped, for its statements are being cancelled. */
    public void breakOff() {
        brokenOff = true;
        job.breakOff();
    }

    /** Whether this process is at work on a night. */
    public boolean isWorking() {
        return working;
    }

    /** What is done under the run lock. */
    public interface Work<T> {

        T run() throws IOException;
    }

    /** One order, from the first look to the finished run. */
    private final class Night {

        private final NightRequest order;
        private final ReportFolder folder;
        private final Consumer<Run> begun;
        private final InstalledReports published;
        private final ClearWay clearWay;
        private final ArrivedFeeds arrived = new ArrivedFeeds(files, runs);
        private final List<String> notes = new ArrayList<>();

        private Night(NightRequest order, ReportFolder folder, Consumer<Run> begun) {
            this.order = order;
            this.folder = folder;
            this.begun = begun;
            this.published = new InstalledReports(runs, folder);
            this.clearWay = new ClearWay(runs, published, order);
        }

        private NightOutcome run() throws IOException {
            notePassedOver();
            Optional<Run> unfinished = runs.unfinished();
            if (unfinished.isPresent() && unfinished.get().date().equals(order.date())) {
                published.requireSameDatabase();
                noteDifference(unfinished.get());
                arrived.restore(unfinished.get(), order.feeds());
                return work(unfinished.get());
            }
            Optional<Run> finished = runs.finished(order.date());
            if (finished.isPresent() && isDone(finished.get())) {
                published.requireSameDatabase();
                published.requireStanding(finished.get());
                job.buryDead();
                return new NightOutcome(finished.get(), true, notes);
            }
            return work(loading(finished.orElse(null)));
        }

        /** Feeds that changed since need an order of their own to count. */
        private boolean isDone(Run finished) {
            Input input = order.feeds();
            if (arrived.areGone(input)) {
                return !isBeingCorrected(finished);
            }
            if (arrived.areThoseOf(finished, input)) {
                return true;
            }
            if (!order.correction()) {
                throw new Problem(
                        Kind.FEEDS_CHANGED,
                        "%s is finished, but the feeds in %s have changed since; %s"
                                .formatted(finished.title(), input.path(), remedy(finished)));
            }
            return false;
        }

        /** A correction that was cut short goes on with the copies that it accepted. */
        private boolean isBeingCorrected(Run finished) {
            return order.correction()
                    && runs.loading()
                            .filter(loading -> Objects.equals(loading.replacesId(), finished.id()))
                            .isPresent();
        }

        private String remedy(Run finished) {
            return clearWay.isLast(finished)
                    ? "order --correction to run it again with them"
                    : "a later night has begun, so that it cannot be corrected any more; put the former feeds back";
        }

        private Run loading(@Nullable Run finished) throws IOException {
            Optional<Run> loading = runs.loading();
            if (loading.isPresent() && isResumable(loading.get(), finished)) {
                clearWay.require(finished);
                return loading.get();
            }
            acceptFeeds.inspect(order.feeds());
            clearWay.require(finished);
            if (loading.isPresent()) {
                discard(loading.get());
            }
            fence.inTransaction(() -> runs.open(order.date(), order.terms(), finished));
            return runs.loading().orElseThrow();
        }

        private boolean isResumable(Run loading, @Nullable Run finished) {
            boolean sameOrder = loading.date().equals(order.date())
                    && loading.terms().equals(order.terms())
                    && Objects.equals(loading.replacesId(), finished == null ? null : finished.id());
            if (!sameOrder || runs.accepted(loading).isEmpty() || !arrived.areKept(loading)) {
                return false;
            }
            if (arrived.areGone(order.feeds())) {
                notes.add("%s holds no feeds any more; the copies that were accepted are used"
                        .formatted(order.feeds().path()));
                return true;
            }
            return arrived.areThoseOf(loading, order.feeds()) && isVouchedForAsBefore(loading);
        }

        private boolean isVouchedForAsBefore(Run loading) {
            SendersWord word = acceptFeeds.inspect(order.feeds()).word();
            return runs.accepted(loading).stream().allMatch(word::isSaidOf);
        }

        private NightOutcome work(Run run) throws IOException {
            fence.around(() -> folder.setDatabaseId(runs.databaseId()));
            fence.inTransaction(() -> begun.accept(run));
            try {
                job.work(run, order);
            } catch (Problem problem) {
                forgetIfNothingHappened(run, problem);
                throw problem;
            }
            return new NightOutcome(runs.get(run.id()), false, notes);
        }

        /** A refused night leaves nothing behind; one that failed is taken up again. */
        private void forgetIfNothingHappened(Run run, Problem problem) {
            boolean refused = problem.kind() == Kind.REFUSED || problem.kind() == Kind.NOT_READY;
            try {
                if (refused && runs.get(run.id()).state() == Run.State.LOADING) {
                    discard(run);
                }
            } catch (IOException | RuntimeException e) {
                problem.addSuppressed(e);
            }
        }

        private void discard(Run loading) throws IOException {
            fence.around(() -> files.forget(loading));
            fence.inTransaction(() -> runs.discard(loading));
        }

        private void noteDifference(Run unfinished) {
            if (!arrived.areGone(order.feeds()) && !arrived.areThoseOf(unfinished, order.feeds())) {
                notes.add("%s differs from the feeds that %s accepted; it goes on with those that it accepted"
                        .formatted(order.feeds().path(), unfinished.title()));
            }
        }

        private void notePassedOver() throws IOException {
            new PendingDates(files, runs)
                    .before(order.input(), order.date())
                    .forEach(date -> notes.add("%s was never run, but its feeds lie in %s; run it, or use --pending"
                            .formatted(date, order.input())));
        }
    }
}
