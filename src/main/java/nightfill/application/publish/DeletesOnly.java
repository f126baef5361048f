package nightfill.application.publish;

import java.util.List;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.sync.GuardVerdict;
import nightfill.application.sync.PreviewedSync;
import nightfill.application.sync.SyncGuard;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.words.Limit;

/**
 * Lets files be deleted, as many as are allowed, and nothing else be done.
 *
 * @param files how many there are in all of the directory
 */
record DeletesOnly(Limit limit, long files) implements SyncGuard {

    @Override
    public GuardVerdict judge(PreviewedSync preview) {
        List<SyncAction> plan = preview.plan();
        if (!plan.stream().allMatch(SyncAction.Delete.class::isInstance)) {
            throw Problem.refused("files came into OUTPUT meanwhile", Act.RETRY);
        }
        String judged = "%d of the %d files in %s would be deleted, the limit is %s"
                .formatted(plan.size(), files, preview.route().destination(), limit);
        if (!limit.allows(plan.size(), files)) {
            throw Problem.refused(judged, Act.RAISE_DELETE_LIMIT);
        }
        return new GuardVerdict("prune", judged);
    }
}
