package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves that wait for each other in a circle, of which one has to be a copy; there are as few as can be.
 *
 * <p>Two rings through which the same content passes become one if they exchange their files of it, and a ring that
 * exchanges with a move outside any ring, with a file to spare or with a place to be copied to is none any more.
 */
final class MoveCycles {

    private static final int NONE = 0;

    private final Moves moves;
    private final Obstacles obstacles;
    private final Map<String, String> walks = new HashMap<>();
    private final Map<String, Integer> rings = new HashMap<>();
    private final List<Integer> joined = new ArrayList<>(List.of(NONE));

    MoveCycles(Moves moves, Obstacles obstacles, List<String> wanted) {
        this.moves = moves;
        this.obstacles = obstacles;
        wanted.forEach(this::walk);
    }

    private void walk(String start) {
        String place = start;
        while (place != null && walks.putIfAbsent(place, start) == null) {
            place = next(place);
        }
        if (place != null && start.equals(walks.get(place))) {
            noteRing(place);
        }
    }

    /** The place to which the one file in the way of this place goes. */
    private @Nullable String next(String place) {
        String obstacle = obstacles.onlyOne(place);
        return obstacle == null ? null : moves.placeOf(obstacle);
    }

    private void noteRing(String start) {
        int ring = joined.size();
        joined.add(ring);
        for (String place = start; place != null && rings.putIfAbsent(place, ring) == null; ) {
            place = next(place);
        }
    }

    /** Exchanges files of a content until no two rings, and no ring and anything else, have it in common. */
    void joinOver(Content content) {
        String partner = partner(content);
        if (ring(partner) != NONE && content.hasSpare()) {
            moves.assign(partner, content.takeSpare());
            joined.set(ring(partner), NONE);
        }
        for (String place : content.wanted()) {
            if (ring(place) != ring(partner)) {
                moves.exchange(place, partner);
                joined.set(ring(place), ring(partner));
            }
        }
    }

    private String partner(Content content) {
        return content.wanted().stream()
                .filter(place -> ring(place) == NONE)
                .findFirst()
                .orElse(content.wanted().get(0));
    }

    private int ring(String place) {
        int ring = rings.getOrDefault(place, NONE);
        while (joined.get(ring) != ring) {
            joined.set(ring, joined.get(joined.get(ring)));
            ring = joined.get(ring);
        }
        return ring;
    }
}
