package nightfill.adapter.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.application.figures.NightPage;
import nightfill.application.figures.Tally;
import nightfill.view.Meanings;

/** The promises that a night changed: whom customer service calls. */
record PromiseView(List<Row> rows) {

    private static final String LOST = "LOST";

    /** From bad news to good. */
    private static final List<String> CAUSES = List.of(LOST, "DELAYED", "MOVED", "EARLIER", "ARRIVED");

    private static final Set<String> BAD_NEWS = Set.of(LOST, "DELAYED");

    record Row(String code, String meaning, String bar, long lines, long units) {}

    static PromiseView of(NightPage night) {
        Map<String, Tally> changed = night.detail().promises();
        long most = changed.values().stream().mapToLong(Tally::lines).max().orElse(0);
        return new PromiseView(CAUSES.stream()
                .filter(changed::containsKey)
                .map(cause -> row(cause, tally(night, cause), most))
                .toList());
    }

    boolean any() {
        return !rows.isEmpty();
    }

    static long changed(NightPage night) {
        return night.detail().promises().values().stream()
                .mapToLong(Tally::lines)
                .sum();
    }

    static long lost(NightPage night) {
        return tally(night, LOST).lines();
    }

    private static Tally tally(NightPage night, String cause) {
        return night.detail().promises().getOrDefault(cause, Tally.NONE);
    }

    private static Row row(String cause, Tally changed, long most) {
        return new Row(
                Markup.breakable(cause),
                Meanings.of(cause),
                BarChart.bare(BAD_NEWS.contains(cause) ? "tone-two" : "tone-one", changed.lines(), most),
                changed.lines(),
                changed.units());
    }
}
