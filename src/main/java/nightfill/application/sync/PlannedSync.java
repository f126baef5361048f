package nightfill.application.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nightfill.application.sync.SyncManifest.Step;
import nightfill.application.sync.SyncManifest.Work;
import nightfill.domain.proof.Content;
import nightfill.domain.sync.SyncAction;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;
import org.jspecify.annotations.Nullable;

/**
 * A sync that may begin, and how it is reported.
 *
 * @param actions planned, or, once it has ended, carried out
 */
record PlannedSync(
        SyncRequest request, Tree source, Tree destination, List<SyncAction> actions, List<GuardVerdict> verdicts) {

    PlannedSync only(Set<SyncAction> done) {
        return new PlannedSync(
                request,
                source,
                destination,
                actions.stream().filter(done::contains).toList(),
                verdicts);
    }

    SyncOutcome outcome(@Nullable Path manifest) {
        return new SyncOutcome(counts(), actions, source.skipped(), foreign(), manifest);
    }

    private List<Path> foreign() {
        return Stream.concat(
                        source.foreign().stream().map(request.route().source()::resolve),
                        destination.foreign().stream().map(request.route().destination()::resolve))
                .toList();
    }

    SyncManifest manifest(@Nullable String failure) {
        return new SyncManifest(request.record().run(), request.route(), null, verdicts, work(), failure);
    }

    private Work work() {
        List<Step> steps =
                actions.stream().map(action -> new Step(action, bytes(action))).toList();
        return new Work(counts(), source.skipped(), steps);
    }

    private SyncCounts counts() {
        return new SyncCounts(
                count(Copy.class),
                count(Move.class),
                count(Delete.class),
                unchanged(),
                source.skipped().size(),
                actions.stream().mapToLong(this::bytes).sum());
    }

    private int count(Class<? extends SyncAction> kind) {
        return (int) actions.stream().filter(kind::isInstance).count();
    }

    private int unchanged() {
        Map<String, String> there = destination.hashes();
        return (int) source.hashes().entrySet().stream()
                .filter(file -> file.getValue().equals(there.get(file.getKey())))
                .count();
    }

    private long bytes(SyncAction action) {
        Content copied = action instanceof Copy ? source.files().get(action.path()) : null;
        return copied == null ? 0 : copied.bytes();
    }
}
