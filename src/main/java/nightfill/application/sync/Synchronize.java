package nightfill.application.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nightfill.application.problem.Problem;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncPlan;
import org.jspecify.annotations.Nullable;

/** Makes one directory equal to another. */
public record Synchronize(SyncFiles files, SyncManifests manifests) {

    /**
     * Gathers both trees, plans, lets the guards judge the plan, and carries it out.
     *
     * <p>A sync that fails midway has not deleted what the source lacks; the next one goes on from where it left.
     *
     * @throws Problem (usage) for a manifest that would be part of the sync, (busy) while another sync is at work on the
     *     destination, (refused) by a guard, then without a trace, (failed) when a file cannot be read or written
     */
    public SyncOutcome sync(SyncRequest request, StopToken stop) {
        return sync(request, stop, (done, of) -> {});
    }

    /** The same, and says of each change that it is made. */
    public SyncOutcome sync(SyncRequest request, StopToken stop, Changes shown) {
        try {
            SyncRequest real = request.on(files.real(request.route()));
            manifests.requirePlace(real);
            SyncGuards guards = new SyncGuards(real);
            guards.requireApart(files.areApart(real.route()));
            return request.dryRun() ? report(planned(real, guards, stop)) : carryOut(real, guards, stop, shown);
        } catch (IOException e) {
            throw failed(request, e);
        }
    }

    /** Is told how many changes are made. */
    @FunctionalInterface
    public interface Changes {
        void made(int made, int of);
    }

    private PlannedSync planned(SyncRequest request, SyncGuards guards, StopToken stop) throws IOException {
        Tree source = guards.requireFiles(files.source(request.route(), stop));
        Tree destination = files.destination(request.route(), stop);
        SyncPlan plan = SyncPlan.of(source.hashes(), destination.hashes());
        guards.requirePlan(new PreviewedSync(request.route(), source, destination, plan.actions()), plan);
        return new PlannedSync(request, source, destination, plan.actions(), guards.verdicts());
    }

    private SyncOutcome report(PlannedSync planned) throws IOException {
        return planned.outcome(planned.request().record().file() == null ? null : write(planned, null));
    }

    private SyncOutcome carryOut(SyncRequest request, SyncGuards guards, StopToken stop, Changes shown)
            throws IOException {
        try (DestinationLock lock = files.lock(request.route(), stop)) {
            PlannedSync planned = planned(request, guards, stop);
            manifests.prepare(request);
            carryOut(planned, lock, shown);
            return planned.outcome(write(planned, null));
        }
    }

    private void carryOut(PlannedSync planned, DestinationLock lock, Changes shown) {
        Set<SyncAction> done = new HashSet<>();
        try {
            lock.carryOut(planned.source(), planned.destination(), planned.actions(), action -> {
                done.add(action);
                shown.made(done.size(), planned.actions().size());
            });
        } catch (IOException e) {
            throw recorded(planned.only(done), failed(planned.request(), e));
        } catch (Problem e) {
            throw recorded(planned.only(done), e);
        }
    }

    /** The failure comes first; that it could not be recorded is for whoever looks into the log. */
    private Problem recorded(PlannedSync carriedOut, Problem failure) {
        try {
            write(carriedOut, failure.what());
        } catch (IOException | Problem e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private Path write(PlannedSync carriedOut, @Nullable String failure) throws IOException {
        return manifests.write(carriedOut.request(), carriedOut.manifest(failure));
    }

    private static Problem failed(SyncRequest request, IOException e) {
        return Problem.failed(
                "%s could not be made equal to %s"
                        .formatted(
                                request.route().destination(), request.route().source()),
                e);
    }
}
