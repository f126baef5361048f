package nightfill.application.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.domain.sync.SyncPlan;
import nightfill.domain.words.Limit;

/** Refuses a sync that a guard objects to, and keeps what the guards found. */
final class SyncGuards {

    private final SyncRequest order;
    private final List<GuardVerdict> verdicts = new ArrayList<>();

    SyncGuards(SyncRequest order) {
        this.order = order;
    }

    List<GuardVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    void requireApart(boolean apart) {
        String told = apart
                ? "neither directory lies in the other"
                : "%s and %s overlap; name directories of which neither lies in the other"
                        .formatted(order.route().source(), order.route().destination());
        require(new GuardVerdict("apart", apart, told));
    }

    Tree requireFiles(Optional<Tree> source) {
        int files = source.map(tree -> tree.files().size()).orElse(0);
        boolean passed = source.isPresent() && (files > 0 || order.limits().allowEmptySource());
        require(new GuardVerdict("source", passed, passed ? files + " files" : sourceTrouble(source.isPresent())));
        return source.orElse(Tree.EMPTY);
    }

    private String sourceTrouble(boolean present) {
        return (present
                        ? "%s holds no file; mount or fill it, or order --allow-empty-source if it is empty on purpose"
                        : "%s is not a directory; mount it, or name the right source")
                .formatted(order.route().source());
    }

    /** The order's own guards come first: they know what is special about its files. */
    void requirePlan(PreviewedSync prospect, SyncPlan plan) {
        for (SyncGuard guard : order.guards()) {
            require(guard.judge(prospect));
        }
        require(deletes(plan.deletions().size(), prospect.destination().files().size()));
    }

    private GuardVerdict deletes(int deleted, int files) {
        Limit limit = order.limits().maxDelete();
        boolean passed = limit.allows(deleted, files);
        String told = "%d of the %d files in %s would be deleted, --max-delete is %s"
                .formatted(deleted, files, order.route().destination(), limit);
        return new GuardVerdict(
                "max-delete",
                passed,
                passed ? told : told + "; look at the plan with --dry-run, and raise --max-delete if it is right");
    }

    private void require(GuardVerdict verdict) {
        verdicts.add(verdict);
        if (!verdict.passed()) {
            throw Problem.refused(verdict.told());
        }
    }
}
