package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts places into an order in which each comes after those whose moves make room for it; of a circle of moves that wait
 * for each other one becomes a copy.
 */
final class SafeSequence {

    private final Obstacles obstacles;
    private final Moves moves;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final List<Visit> path = new ArrayList<>();
    private final Map<String, Integer> depths = new HashMap<>();

    SafeSequence(Obstacles obstacles, Moves moves) {
        this.obstacles = obstacles;
        this.moves = moves;
    }

    List<String> of(List<String> places) {
        places.forEach(this::reach);
        return List.copyOf(ordered);
    }

    private void reach(String place) {
        while (!ordered.contains(place)) {
            enter(place);
            while (!path.isEmpty()) {
                advance();
            }
        }
    }

    private void advance() {
        Visit visit = path.get(path.size() - 1);
        String next = visit.next();
        if (next == null) {
            ordered.add(visit.place);
            leave();
        } else if (depths.containsKey(next)) {
            open(depths.get(next));
        } else {
            enter(next);
        }
    }

    private void open(int depth) {
        String opened = path.subList(depth, path.size()).stream()
                .map(visit -> visit.place)
                .max(Comparator.comparingLong(this::ties))
                .orElseThrow();
        moves.assign(opened, null);
        while (depths.containsKey(opened)) {
            leave();
        }
    }

    /** How many ways lead through this move: a file that changes places with a directory is in all of the circles. */
    private long ties(String place) {
        String origin = Objects.requireNonNull(moves.originOf(place), place);
        return (long) obstacles.obstructedBy(origin) * obstacles.of(place).size();
    }

    private void enter(String place) {
        depths.put(place, path.size());
        path.add(new Visit(place));
    }

    private void leave() {
        depths.remove(path.remove(path.size() - 1).place);
    }

    private final class Visit {

        private final String place;
        private int index;

        private Visit(String place) {
            this.place = place;
        }

        /** A place that has to be reached first; none when all that is in the way here has left. */
        private @Nullable String next() {
            List<String> inTheWay = obstacles.of(place);
            for (; index < inTheWay.size(); index++) {
                String other = moves.placeOf(inTheWay.get(index));
                if (other != null && !ordered.contains(other)) {
                    return other;
                }
            }
            return null;
        }
    }
}
