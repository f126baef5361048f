package nightfill.domain.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    String sha256() {
        return sha256;
    }

    List<String> wanted() {
        return wanted;
    }

    /** Where the destination has the content and does not need it, in path order at first. */
    Collection<String> spare() {
        return spare;
    }

    boolean hasSpare() {
        return !spare.isEmpty();
    }

    String takeSpare() {
        String first = spare.iterator().next();
        spare.remove(first);
        return first;
    }

    void giveBack(String origin) {
        spare.add(origin);
    }

    /** Lets what there is go where it is wanted: first under the same name, then in path order. */
    void pairIn(Moves moves) {
        Collection<String> unmet = pairNamesakes(moves);
        for (String place : unmet) {
            if (hasSpare()) {
                moves.assign(place, takeSpare());
            }
        }
    }

    private Collection<String> pairNamesakes(Moves moves) {
        Map<String, Deque<String>> namesakes = new HashMap<>();
        spare.forEach(origin -> namesakes
                .computeIfAbsent(Names.last(origin), name -> new ArrayDeque<>())
                .add(origin));
        List<String> unmet = new ArrayList<>();
        for (String place : wanted) {
            Deque<String> origins = namesakes.get(Names.last(place));
            if (origins == null || origins.isEmpty()) {
                unmet.add(place);
            } else {
                String origin = origins.remove();
                spare.remove(origin);
                moves.assign(place, origin);
            }
        }
        return unmet;
    }
}
