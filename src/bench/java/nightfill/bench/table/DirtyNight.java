package nightfill.bench.table;

import java.nio.file.Path;
import java.util.List;
import nightfill.bench.feeds.DirtyFeeds;
import nightfill.bench.feeds.RaceFeeds;

/** A second night of 2 million lines, with and without dirty rows, each onto the same first one. */
final class DirtyNight implements Scenario {

    /** Of a feed's rows; more than a night rejects by itself. */
    private static final String MOST_REJECTS = "10%";

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        RaceFeeds before = RaceFeeds.first(plan.scaled(Race.LINES));
        RaceFeeds clean = before.next(before.lines().count(), before.batches().count(), before.assortment());
        bed.empty();
        Night base = bed.night(bed.input("before", before), before);
        bed.save();
        DirtyFeeds dirty = new DirtyFeeds(clean, before, base.report("allocations.csv"));
        Path cleanInput = bed.input("clean", clean);
        Path dirtyInput = bed.input("dirty", dirty);
        Timings timings = new Timings();
        for (int round = 0; round < plan.rounds(); round++) {
            bed.restore();
            timings.note("clean", bed.night(cleanInput, clean));
            bed.restore();
            timings.note("dirty", bed.night(dirtyInput, dirty, "--max-rejects", MOST_REJECTS));
        }
        return List.of(Finding.ratio(
                "a dirty night, 2 M lines, against a clean one",
                1.5,
                timings.ratio("dirty", "clean"),
                timings.shown()));
    }
}
