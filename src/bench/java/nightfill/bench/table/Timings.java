package nightfill.bench.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each contestant took, round by round, in seconds; shown as soon as it is known. */
final class Timings {

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Outcomes outcomes = new Outcomes();

    /** A night, which must come to the same in each round. */
    void note(String contestant, Night night) {
        note(contestant, night.seconds());
        outcomes.requireSame(contestant, night.allocated());
    }

    void note(String contestant, double duration) {
        seconds.computeIfAbsent(contestant, name -> new ArrayList<>()).add(duration);
        System.out.printf(Locale.ROOT, "%-60s %8.2f s%n", contestant, duration);
    }

    double ratio(String contestant, String other) {
        return median(contestant) / median(other);
    }

    /** Of an even number the higher one in the middle. */
    double median(String contestant) {
        List<Double> sorted = of(contestant).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** All contestants, with the median of each and its rounds. */
    String shown() {
        return seconds.keySet().stream().map(this::shown).collect(Collectors.joining("; "));
    }

    /** The median of one, and its rounds. */
    String shown(String contestant) {
        String all = of(contestant).stream()
                .sorted()
                .map(duration -> String.format(Locale.ROOT, "%.2f", duration))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT, "%s %.2f s (%s)", contestant, median(contestant), all);
    }

    private List<Double> of(String contestant) {
        return seconds.getOrDefault(contestant, List.of());
    }
}
