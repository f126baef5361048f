package nightfill.bench.table;

import java.util.List;
import java.util.Locale;
import nightfill.bench.feeds.RaceFeeds;

/** A night of 2 million lines and 160,000 batches against the script. */
final class Race implements Scenario {

    static final long LINES = 2_000_000;

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        Timings timings = new Timings();
        Contest contest = new Contest(bed, RaceFeeds.first(plan.scaled(LINES)), timings);
        for (int round = 0; round < plan.rounds(); round++) {
            contest.floor();
            contest.script();
            contest.night();
        }
        return List.of(ofScript("2 M lines, 160 k batches", 0.28, contest, timings));
    }

    static Finding ofScript(String what, double most, Contest contest, Timings timings) {
        String night = contest.label("night");
        String seen = String.format(
                Locale.ROOT, "%s; %.1f × the floor", timings.shown(), timings.ratio(night, contest.label("floor")));
        return Finding.ratio(what + ", of the script", most, timings.ratio(night, contest.label("script")), seen);
    }
}
