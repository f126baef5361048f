package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nightfill.domain.sync.SyncAction.Copy;
import nightfill.domain.sync.SyncAction.Delete;
import nightfill.domain.sync.SyncAction.Move;

/** Writes down what happens place by place, and what is deleted, as late as can be. */
final class Script {

    private final Difference difference;
    private final Obstacles obstacles;
    private final Moves moves;
    private final List<SyncAction> actions = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();

    Script(Difference difference, Obstacles obstacles, Moves moves) {
        this.difference = difference;
        this.obstacles = obstacles;
        this.moves = moves;
    }

    List<SyncAction> over(List<String> places) {
        places.forEach(this::fill);
        difference.unkept().forEach(this::delete);
        return actions;
    }

    private void fill(String place) {
        obstacles.of(place).forEach(this::delete);
        String origin = moves.originOf(place);
        actions.add(origin == null ? new Copy(place, difference.wantedAt(place)) : new Move(origin, place));
    }

    /** What is moved away needs no deleting, and neither does what is written over. */
    private void delete(String path) {
        boolean remains = moves.placeOf(path) == null && !difference.source().containsKey(path);
        if (remains && deleted.add(path)) {
            actions.add(new Delete(path));
        }
    }
}
