package nightfill.domain.sync;

import java.util.List;
import java.util.Map;
import nightfill.domain.sync.SyncAction.Delete;

/**
 * Makes a destination equal to a source by changes that are right when carried out one by one, in their order.
 *
 * <p>The same trees give the same plan. Stopped after any of its actions, a new plan leads on to the source.
 *
 * <p>No content is copied that the destination holds and would lose, unless moves wait for each other in a circle: one
 * of them is then a copy. Empty files and files called {@code MANIFEST.sha256} are never moved. Deletes come last, but
 * for those that make room and those of manifests.
 *
 * @param deletions those of the actions by which the destination loses a path that the source does not have; a manifest
 *     that is deleted and copied again is none
 */
public record SyncPlan(List<SyncAction> actions, List<Delete> deletions) {

    /**
     * Plans for two trees, each given by the content of its files: by path, names parted by {@code /}, the SHA-256 in
     * lower case. No path may lie below another one of its tree.
     *
     * @param destination may give texts that are no hash for what is no file: such a thing is replaced or deleted
     */
    public static SyncPlan of(Map<String, String> source, Map<String, String> destination) {
        Manifests manifests = new Manifests(source, destination);
        Difference difference = Difference.of(manifests.allBut(source), manifests.allBut(destination));
        List<SyncAction> actions = manifests.weaveInto(ordered(difference));
        return new SyncPlan(actions, deletions(actions, source));
    }

    private static List<SyncAction> ordered(Difference difference) {
        Obstacles obstacles = new Obstacles(difference);
        List<Content> contents = Content.wantedIn(difference);
        Moves moves = new Moves();
        contents.forEach(content -> content.pairIn(moves));
        contents.forEach(new MoveCycles(moves, obstacles, difference.wanted())::joinOver);
        List<String> places = new SafeSequence(obstacles, moves).of(difference.wanted());
        return new Script(difference, obstacles, moves).over(places);
    }

    private static List<Delete> deletions(List<SyncAction> actions, Map<String, String> source) {
        return actions.stream()
                .filter(Delete.class::isInstance)
                .map(Delete.class::cast)
                .filter(delete -> !source.containsKey(delete.path()))
                .toList();
    }
}
