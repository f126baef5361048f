package nightfill.domain.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens circles of moves that wait for each other, by a copy more only where no other file or place can help. */
final class Breaks {

    private final Difference difference;
    private final Obstacles obstacles;
    private final Moves moves;
    private final Map<String, Content> contents = new HashMap<>();
    private final Map<Content, Deque<Helper>> helpers = new HashMap<>();

    Breaks(Difference difference, Obstacles obstacles, Moves moves, List<Content> contents) {
        this.difference = difference;
        this.obstacles = obstacles;
        this.moves = moves;
        contents.forEach(content -> this.contents.put(content.sha256(), content));
    }

    private Deque<Helper> helpers(Content content) {
        return Stream.concat(
                        content.spare().stream().map(origin -> new Helper(origin, null)),
                        content.wanted().stream().map(place -> new Helper(moves.originOf(place), place)))
                .filter(this::isFree)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** Neither a file that is in nobody's way nor a place that waits for nobody can be part of a circle. */
    private boolean isFree(Helper helper) {
        boolean inTheWay = helper.origin() != null && obstacles.obstructedBy(helper.origin()) > 0;
        return !inTheWay && (helper.place() == null || !waits(helper.place()));
    }

    private boolean waits(String place) {
        return obstacles.of(place).stream().anyMatch(path -> moves.placeOf(path) != null);
    }

    /** Changes the move to one of the places, so that no other waits for it; tells which. */
    String open(List<String> circle) {
        Optional<String> helped = circle.stream().filter(this::help).findFirst();
        return helped.orElseGet(() -> copy(circle));
    }

    private boolean help(String place) {
        Content content = contents.get(difference.wantedAt(place));
        Helper helper = helpers.computeIfAbsent(content, this::helpers).poll();
        if (helper == null) {
            return false;
        }
        String origin = moves.originOf(place);
        moves.assign(place, null);
        if (helper.place() != null) {
            moves.assign(helper.place(), origin);
        }
        moves.assign(place, helper.origin());
        return true;
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

    /** Content that can go elsewhere, or somewhere else for content to go, or both: a move that nothing depends on. */
    private record Helper(@Nullable String origin, @Nullable String place) {}
}
