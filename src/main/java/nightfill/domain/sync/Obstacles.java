package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to leave before a file can come to its place: what is at the place itself, all that lies below it, or
 * the file where a directory around it has to be.
 */
final class Obstacles {

    private final Map<String, List<String>> obstacles = new HashMap<>();
    private final Map<String, Integer> obstructed = new HashMap<>();

    Obstacles(Difference difference) {
        for (String path : difference.unkept()) {
            noteIf(difference.source().containsKey(path), path, path);
            Names.directories(path).forEach(place -> noteIf(difference.source().containsKey(place), place, path));
        }
        for (String place : difference.wanted()) {
            Names.directories(place)
                    .forEach(path -> noteIf(difference.destination().containsKey(path), place, path));
        }
    }

    private void noteIf(boolean inTheWay, String place, String path) {
        if (inTheWay) {
            obstacles.computeIfAbsent(place, wanted -> new ArrayList<>()).add(path);
            obstructed.merge(path, 1, Integer::sum);
        }
    }

    /** The files of the destination that have to leave, in path order. */
    List<String> of(String place) {
        return obstacles.getOrDefault(place, List.of());
    }

    /** How many places wait for a file of the destination to leave. */
    int obstructedBy(String path) {
        return obstructed.getOrDefault(path, 0);
    }

    /** The only file to leave, if it is in the way of nothing else. */
    @Nullable
    String onlyOne(String place) {
        List<String> all = of(place);
        return all.size() == 1 && obstructedBy(all.get(0)) == 1 ? all.get(0) : null;
    }
}
