package nightfill.bench.table;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import nightfill.bench.feeds.Assortment;
import nightfill.bench.feeds.RaceFeeds;

/**
 * A night of 100,000 new lines and 20,000 new batches, one for each tenth SKU of 200,000, onto an earlier one and onto none.
 *
 * @param what the row of the table
 * @param earlierLines of the night before, at the full size
 * @param earlier its feeds, given its lines
 */
record LaterNight(String what, double most, long earlierLines, LongFunction<RaceFeeds> earlier) implements Scenario {

    private static final long LINES = 100_000;
    private static final long EVERY = 10;

    /** Onto 10 million lines, nearly all of them allocated. */
    static LaterNight ontoAllocated() {
        return new LaterNight(
                "a later night: 100 k lines onto 10 M, against the same onto none",
                2.5,
                LargeRace.LINES,
                lines -> RaceFeeds.first(lines).with(new Assortment(skus(lines, 50), 1, true), 400));
    }

    /** Onto a million lines, nearly all of them open, for the batches of their SKUs have one unit each. */
    static LaterNight ontoOpen() {
        return new LaterNight(
                "a backlog: 100 k lines with 1 M still open, against without",
                3,
                1_000_000,
                lines -> RaceFeeds.first(lines).with(new Assortment(skus(lines, 5), 1, true), 1));
    }

    private static long skus(long lines, long linesOfSku) {
        return Math.max(EVERY, lines / linesOfSku);
    }

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        RaceFeeds before = earlier.apply(plan.scaled(earlierLines));
        long skus = before.assortment().skus() / EVERY;
        RaceFeeds tonight = before.next(plan.scaled(LINES), skus, new Assortment(skus, EVERY, true));
        Path input = bed.input("later", tonight);
        bed.empty();
        Night base = bed.night(bed.input("earlier", before), before);
        bed.save();
        String onto =
                "onto %,d lines, %,d of them open".formatted(before.lines().count(), base.open());
        Timings timings = new Timings();
        for (int round = 0; round < plan.rounds(); round++) {
            bed.empty();
            timings.note("onto none", bed.night(input, tonight));
            bed.restore();
            timings.note(onto, bed.night(input, tonight));
        }
        return List.of(Finding.ratio(what, most, timings.ratio(onto, "onto none"), timings.shown()));
    }
}
