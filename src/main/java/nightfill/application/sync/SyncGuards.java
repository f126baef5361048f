package nightfill.application.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.domain.sync.SyncPlan;
import nightfill.domain.words.Limit;

/** Refuses a sync that a guard objects to, and keeps what the guards found. */
final class SyncGuards {

    private final SyncRequest request;
    private final List<GuardVerdict> verdicts = new ArrayList<>();

    SyncGuards(SyncRequest request) {
        this.request = request;
    }

    List<GuardVerdict> verdicts() {
        return List.copyOf(verdicts);
    }

    void requireApart(boolean apart) {
        String told = apart
                ? "neither directory lies in the other"
                : "%s and %s overlap; name directories of which neither lies in the other"
                        .formatted(request.route().source(), request.route().destination());
        require(new GuardVerdict("apart", apart, told));
    }

    Tree requireFiles(Optional<Tree> source) {
        int files = source.map(tree -> tree.files().size()).orElse(0);
        boolean passed = source.isPresent() && (files > 0 || request.limits().allowEmptySource());
        require(new GuardVerdict("source", passed, passed ? files + " files" : sourceTrouble(source.isPresent())));
        return source.orElse(Tree.EMPTY);
    }

    private String sourceTrouble(boolean present) {
        return (present
                        ? "%s holds no file; mount or fill it, or order --allow-empty-source if it is empty on purpose"
                        : "%s is not a directory; mount it, or name the right source")
                .formatted(request.route().source());
    }

    /** The request's own guards come first: they know what is special about its files. */
    void requirePlan(PreviewedSync preview, SyncPlan plan) {
        for (SyncGuard guard : request.guards()) {
            require(guard.judge(preview));
        }
        require(deletes(plan.deletions().size(), preview.destination().files().size()));
    }

    private GuardVerdict deletes(int deleted, int files) {
        Limit limit = request.limits().maxDelete();
        boolean passed = limit.allows(deleted, files);
        String told = "%d of the %d files in %s would be deleted, --max-delete is %s"
                .formatted(deleted, files, request.route().destination(), limit);
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
