package nightfill.application.publish;

import java.util.List;
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
            return new GuardVerdict("prune", false, "files came into OUTPUT meanwhile; prune again");
        }
        String told = "%d of the %d files in %s would be deleted, --max-delete is %s"
                .formatted(plan.size(), files, preview.route().destination(), limit);
        boolean passed = limit.allows(plan.size(), files);
        return new GuardVerdict("prune", passed, passed ? told : told + "; raise it if that is right");
    }
}
