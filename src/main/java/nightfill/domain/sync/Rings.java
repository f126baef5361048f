package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves that wait for each other in a circle, of which one has to be a copy; there are as few as can be.
 *
 * <p>Two rings through which the same content passes become one if they exchange their files of it, and a ring that
 * exchanges with a move outside any ring, with a file to spare or with a place to be copied to is none any more.
 */
final class Rings {

    private static final int NONE = 0;

    private final Moves moves;
    private final Obstacles obstacles;
    private final Map<String, Integer> walks = new HashMap<>();
    private final Map<String, Integer> rings = new HashMap<>();
    private final List<Integer> joined = new ArrayList<>(List.of(NONE));

    Rings(Moves moves, Obstacles obstacles, List<String> wanted) {
        this.moves = moves;
        this.obstacles = obstacles;
        int walk = 0;
        for (String place : wanted) {
            walk(place, ++walk);
        }
    }

    private void walk(String start, int walk) {
        String place = start;
        while (place != null && walks.putIfAbsent(place, walk) == null) {
            place = next(place);
        }
        if (place != null && walks.getOrDefault(place, NONE) == walk) {
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

    /** Exchanges files of equal content until no two rings, and no ring and anything else, have a content in common. */
    void joinOver(List<Content> contents) {
        contents.forEach(this::joinOver);
    }

    private void joinOver(Content content) {
        String partner = partner(content);
        for (String place : content.wanted()) {
            if (ring(place) != NONE && content.hasSpare()) {
                takeSpare(place, content);
            } else if (ring(place) != ring(partner)) {
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

    private void takeSpare(String place, Content content) {
        String origin = Objects.requireNonNull(moves.originOf(place), place);
        moves.assign(place, content.takeSpare());
        content.giveBack(origin);
        joined.set(ring(place), NONE);
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
