package nightfill.domain.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens circles of moves that wait for each other, by a copy more only where no other file or place can help. */
final class Breaks {

    private final Difference difference;
    private final Obstacles obstacles;
    private final Moves moves;
    private final Map<String, Deque<String>> freeOrigins = new HashMap<>();
    private final Map<String, Deque<String>> freePlaces = new HashMap<>();

    Breaks(Difference difference, Obstacles obstacles, Moves moves, List<Content> contents) {
        this.difference = difference;
        this.obstacles = obstacles;
        this.moves = moves;
        contents.forEach(this::noteFree);
    }

    private void noteFree(Content content) {
        Deque<String> origins = new ArrayDeque<>(content.spare());
        origins.removeIf(origin -> obstacles.obstructedBy(origin) > 0);
        freeOrigins.put(content.sha256(), origins);
        Deque<String> places = new ArrayDeque<>(content.wanted());
        places.removeIf(place -> moves.originOf(place) != null || waits(place));
        freePlaces.put(content.sha256(), places);
    }

    private boolean waits(String place) {
        return obstacles.of(place).stream().anyMatch(path -> moves.placeOf(path) != null);
    }

    /** Changes the move to one of the places, so that no other waits for it; tells which. */
    String open(List<String> circle) {
        Optional<String> relieved = circle.stream().filter(this::relieve).findFirst();
        return relieved.orElseGet(() -> copy(circle));
    }

    /** Neither a file that is in nobody's way nor a place that waits for nobody can be part of a circle. */
    private boolean relieve(String place) {
        String sha256 = difference.wantedAt(place);
        String origin = freeOrigins.getOrDefault(sha256, new ArrayDeque<>()).poll();
        if (origin != null) {
            moves.assign(place, origin);
            return true;
        }
        String other = freePlaces.getOrDefault(sha256, new ArrayDeque<>()).poll();
        if (other != null) {
            moves.exchange(place, other);
        }
        return other != null;
    }

    private String copy(List<String> circle) {
        String place = circle.stream().max(Comparator.comparingLong(this::ties)).orElseThrow();
        moves.assign(place, null);
        return place;
    }

    /** How many ways lead through this move: a file that changes places with a directory is in all of the circles. */
    private long ties(String place) {
        String origin = moves.originOf(place);
        long waiting = origin == null ? 0 : obstacles.obstructedBy(origin);
        return waiting * obstacles.of(place).size();
    }
}
