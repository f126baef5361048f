package nightfill.bench.table;

import java.util.List;
import nightfill.bench.feeds.RaceFeeds;

/** A night of 10 million lines and 800,000 batches against the script, and against a fifth of it. */
final class LargeRace implements Scenario {

    static final long LINES = 10_000_000;

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        Timings timings = new Timings();
        Contest small = new Contest(bed, RaceFeeds.first(plan.scaled(Race.LINES)), timings);
        Contest large = new Contest(bed, RaceFeeds.first(plan.scaled(LINES)), timings);
        for (int round = 0; round < plan.rounds(); round++) {
            small.night();
            large.floor();
            large.script();
            large.night();
        }
        double growth = timings.ratio(large.label("night"), small.label("night"));
        return List.of(
                Race.ofScript("10 M lines, 800 k batches", 0.22, large, timings),
                Finding.ratio("growth, 10 M against 2 M", 5.2, growth, "as above"));
    }
}
