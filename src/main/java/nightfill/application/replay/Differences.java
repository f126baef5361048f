package nightfill.application.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.application.replay.PastNights.Effect;
import nightfill.domain.words.Visible;

/** Compares an effect in the data with the replay; a few differences are named, the others counted. */
final class Differences {

    private static final int NAMED = 5;

    private final Effect effect;
    private final Set<List<String>> expected;
    private final List<String> named = new ArrayList<>();
    private long count;

    Differences(Effect effect, Stream<List<String>> expected) {
        this.effect = effect;
        this.expected = expected.collect(Collectors.toCollection(HashSet::new));
    }

    void find(List<String> found) {
        if (!expected.remove(found)) {
            add("the data have %s, the replay has not", found);
        }
    }

    /** One line each, once all that the data have was found. */
    List<String> lines() {
        expected.stream()
                .sorted(Comparator.comparing(values -> String.join(",", values)))
                .forEach(values -> add("the replay has %s, the data have not", values));
        if (count > NAMED) {
            named.add("%s: and %d more".formatted(effect.label(), count - NAMED));
        }
        return named;
    }

    private void add(String difference, List<String> values) {
        count++;
        if (count <= NAMED) {
            String shown = values.stream().map(Visible::brief).collect(Collectors.joining(","));
            named.add(effect.label() + ": " + difference.formatted(shown));
        }
    }
}
