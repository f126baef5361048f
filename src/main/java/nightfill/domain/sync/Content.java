package nightfill.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One content that can be moved: the places where it is wanted, and those where the destination has it to give. */
final class Content {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final String sha256;
    private final List<String> wanted = new ArrayList<>();
    private final Set<String> spare = new LinkedHashSet<>();

    private Content(String sha256) {
        this.sha256 = sha256;
    }

    /** All contents that are wanted somewhere, in the order of the first place that wants them. */
    static List<Content> wantedIn(Difference difference) {
        Map<String, Content> contents = new LinkedHashMap<>();
        for (String place : difference.wanted()) {
            String sha256 = difference.wantedAt(place);
            if (canMove(place, sha256)) {
                contents.computeIfAbsent(sha256, Content::new).wanted.add(place);
            }
        }
        for (String origin : difference.unkept()) {
            Content content = contents.get(difference.destination().get(origin));
            if (content != null && canMove(origin, content.sha256)) {
                content.spare.add(origin);
            }
        }
        return List.copyOf(contents.values());
    }

    private static boolean canMove(String path, String sha256) {
        return !sha256.equals(EMPTY) && !Names.isManifest(path);
    }

    List<String> wanted() {
        return wanted;
    }

    boolean hasSpare() {
        return !spare.isEmpty();
    }

    String takeSpare() {
        String first = spare.iterator().next();
        spare.remove(first);
        return first;
    }

    /** Lets what there is go where it is wanted: first under the same name, then in path order. */
    void pairIn(Moves moves) {
        Map<String, Set<String>> namesakes = namesakes();
        for (String place : wanted) {
            pair(place, namesakes.getOrDefault(Names.last(place), Set.of()), moves);
        }
        List<String> unmet = unmet(moves);
        unmet.forEach(place -> pair(place, spare, moves));
        unmet(moves).stream().findFirst().filter(place -> hasSpare()).ifPresent(place -> pairAcross(place, moves));
    }

    private Map<String, Set<String>> namesakes() {
        Map<String, Set<String>> namesakes = new HashMap<>();
        spare.forEach(origin -> namesakes
                .computeIfAbsent(Names.last(origin), name -> new LinkedHashSet<>())
                .add(origin));
        return namesakes;
    }

    private List<String> unmet(Moves moves) {
        return wanted.stream().filter(place -> moves.originOf(place) == null).toList();
    }

    private void pair(String place, Set<String> origins, Moves moves) {
        Optional<String> fit =
                origins.stream().filter(origin -> !Names.collide(origin, place)).findFirst();
        fit.ifPresent(origin -> {
            origins.remove(origin);
            spare.remove(origin);
            moves.assign(place, origin);
        });
    }

    /** What is left collides: it goes where another one would have gone, and that one here. */
    private void pairAcross(String place, Moves moves) {
        String left = spare.iterator().next();
        Optional<String> fit = wanted.stream()
                .filter(other -> !Names.collide(left, other) && goesElsewhere(moves.originOf(other), place))
                .findFirst();
        fit.ifPresent(other -> {
            moves.exchange(place, other);
            moves.assign(other, takeSpare());
        });
    }

    private static boolean goesElsewhere(@Nullable String origin, String place) {
        return origin != null && !Names.collide(origin, place);
    }
}
