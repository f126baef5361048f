package nightfill.application.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.problem.Remedy.Then;
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
        if (!apart) {
            throw Problem.refused(
                    "%s and %s overlap"
                            .formatted(request.route().source(), request.route().destination()),
                    Remedy.mend("name directories of which neither lies in the other"));
        }
        verdicts.add(new GuardVerdict("apart", "neither directory lies in the other"));
    }

    Tree requireFiles(Optional<Tree> source) {
        Path place = request.route().source();
        Tree files = source.orElseThrow(() -> Problem.refused(
                "%s is not a directory".formatted(place),
                Remedy.mend("mount it"),
                Remedy.mend("name the right source")));
        if (files.files().isEmpty() && !request.limits().allowEmptySource()) {
            throw Problem.refused(
                    "%s has no file".formatted(place), Remedy.mend("mount or fill it"), Act.ALLOW_EMPTY_SOURCE);
        }
        verdicts.add(new GuardVerdict("source", files.files().size() + " files"));
        return files;
    }

    /** The request's own guards come first: they know what is special about its files. */
    void requirePlan(PreviewedSync preview, SyncPlan plan) {
        for (SyncGuard guard : request.guards()) {
            verdicts.add(guard.judge(preview));
        }
        requireFew(plan.deletions().size(), preview.destination().files().size());
    }

    private void requireFew(int deleted, int files) {
        Limit limit = request.limits().maxDelete();
        String message = "%d of the %d files in %s would be deleted, the limit is %s"
                .formatted(deleted, files, request.route().destination(), limit);
        if (!limit.allows(deleted, files)) {
            throw Problem.refused(message, Act.PREVIEW_SYNC, new Then(Act.RAISE_DELETE_LIMIT));
        }
        verdicts.add(new GuardVerdict("max-delete", message));
    }
}
