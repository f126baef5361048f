package nightfill.application.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nightfill.application.problem.FileTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.StopToken;
import nightfill.application.sync.SyncFiles.DestinationLock;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncPlan;
import org.jspecify.annotations.Nullable;

/** Makes one directory equal to another. */
public final class Synchronize {

    private final SyncFiles files;
    private final SyncManifests manifests;

    public Synchronize(SyncFiles files, SyncManifests manifests) {
        this.files = files;
        this.manifests = manifests;
    }

    /**
     * Gathers both trees, plans, lets the guards judge the plan, and carries it out.
     *
     * <p>A sync that fails midway has not deleted what the source lacks; the next one goes on from where it left.
     *
     * @throws Problem (usage) for a manifest that would be part of the sync, (busy) while another sync is at work on the
     *     destination, (refused) by a guard, then without a trace, (failed) when a file cannot be read or written
     */
    public SyncOutcome sync(SyncRequest order, StopToken stop) {
        try {
            SyncRequest real = order.on(files.real(order.route()));
            manifests.requirePlace(real);
            SyncGuards guards = new SyncGuards(real);
            guards.requireApart(files.areApart(real.route()));
            return order.dryRun() ? tell(planned(real, guards, stop)) : carryOut(real, guards, stop);
        } catch (IOException e) {
            throw failed(order, e);
        }
    }

    private PlannedSync planned(SyncRequest order, SyncGuards guards, StopToken stop) throws IOException {
        Tree source = guards.requireFiles(files.source(order.route(), stop));
        Tree destination = files.destination(order.route(), stop);
        SyncPlan plan = SyncPlan.of(source.hashes(), destination.hashes());
        guards.requirePlan(new PreviewedSync(order.route(), source, destination, plan.actions()), plan);
        return new PlannedSync(order, source, destination, plan.actions(), guards.verdicts());
    }

    private SyncOutcome tell(PlannedSync planned) throws IOException {
        return planned.outcome(planned.order().record().file() == null ? null : write(planned, null));
    }

    private SyncOutcome carryOut(SyncRequest order, SyncGuards guards, StopToken stop) throws IOException {
        try (DestinationLock lock = files.lock(order.route(), stop)) {
            PlannedSync planned = planned(order, guards, stop);
            manifests.prepare(order);
            carryOut(planned, lock);
            return planned.outcome(write(planned, null));
        }
    }

    private void carryOut(PlannedSync planned, DestinationLock lock) {
        Set<SyncAction> done = new HashSet<>();
        try {
            lock.carryOut(planned.source(), planned.destination(), planned.actions(), done::add);
        } catch (IOException e) {
            throw recorded(planned.only(done), failed(planned.order(), e));
        } catch (Problem e) {
            throw recorded(planned.only(done), e);
        }
    }

    /** The failure is told first, and whether it could be recorded only to whoever looks into the log. */
    private Problem recorded(PlannedSync carriedOut, Problem failure) {
        try {
            write(carriedOut, failure.getMessage());
        } catch (IOException | Problem e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private Path write(PlannedSync carriedOut, @Nullable String failure) throws IOException {
        return manifests.write(carriedOut.order(), carriedOut.manifest(failure));
    }

    private static Problem failed(SyncRequest order, IOException e) {
        return new Problem(
                Kind.FAILED,
                "%s could not be made equal to %s: %s; mend that, and sync again"
                        .formatted(order.route().destination(), order.route().source(), FileTrouble.of(e)),
                e);
    }
}
