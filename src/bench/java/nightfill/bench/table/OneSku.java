package nightfill.bench.table;

import java.nio.file.Path;
import java.util.List;
import nightfill.bench.feeds.Assortment;
import nightfill.bench.feeds.Numbers;
import nightfill.bench.feeds.RaceFeeds;

/** A first night of a million lines and 100,000 batches of one SKU against as many of 20,000. */
final class OneSku implements Scenario {

    private static final long LINES = 1_000_000;
    private static final long BATCHES = 100_000;
    private static final long SKUS = 20_000;

    @Override
    public List<Finding> measure(TestBed bed, Plan plan) throws Exception {
        RaceFeeds many = feeds(plan, plan.scaled(SKUS));
        RaceFeeds one = feeds(plan, 1);
        Path manyInput = bed.input("many-skus", many);
        Path oneInput = bed.input("one-sku", one);
        Timings timings = new Timings();
        for (int round = 0; round < plan.rounds(); round++) {
            bed.empty();
            timings.note("many SKUs", bed.night(manyInput, many));
            bed.empty();
            timings.note("one SKU", bed.night(oneInput, one));
        }
        return List.of(Finding.ratio(
                "one SKU with 100 k batches and 1 M lines, against 20 k SKUs",
                1.5,
                timings.ratio("one SKU", "many SKUs"),
                timings.shown()));
    }

    private static RaceFeeds feeds(Plan plan, long skus) {
        return new RaceFeeds(
                RaceFeeds.FIRST_DATE,
                Numbers.upTo(plan.scaled(LINES)),
                Numbers.upTo(plan.scaled(BATCHES)),
                new Assortment(skus, 1, false),
                RaceFeeds.USUAL_UNITS);
    }
}
