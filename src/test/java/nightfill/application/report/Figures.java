package nightfill.application.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightfill.application.figures.Closing;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.Summary;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.words.Rules;

/** The figures of a night that balances, any one of which a test may change. */
final class Figures {

    private final Map<String, Long> figures = new TreeMap<>(Map.of("batchesBelowZero", 0L, "linesInTwoBatches", 0L));

    Figures() {
        tally("openBefore", 13, 130);
        tally("loaded", 20, 210);
        tally("cancelled", 5, 50);
        tally("cancelledWhileOpen", 2, 20);
        tally("dispatched", 4, 40);
        tally("released", 6, 60);
        tally("releasedByReduction", 3, 30);
        tally("allocated", 15, 155);
        tally("openAfter", 16, 165);
        tally("unknownSku", 1, 15);
        tally("short", 5, 50);
        tally("noSingleBatch", 10, 100);
        tally("allocatedBefore", 30, 300);
        tally("allocatedAfter", 35, 355);
        tally("dispatchedBefore", 7, 70);
        tally("dispatchedAfter", 11, 110);
        tally("promisesKept", 19, 190);
        tally("promisesChanged", 4, 40);
        tally("promisesCancelled", 3, 30);
        tally("promisesDispatched", 4, 40);
        tally("leftWithoutBatch", 3, 30);
        tally("stockBefore", 8, 800);
        tally("stockAdded", 2, 200);
        tally("stockChanged", 0, -50);
        tally("stockAfter", 10, 950);
        tally("previousOpen", 13, 130);
        tally("previousStock", 8, 800);
        tally("previousAllocated", 0, 300);
        tally("previousDispatched", 0, 70);
        report("allocations.csv", 15, 155);
        report("unallocated.csv", 16, 165);
        report("released.csv", 8, 80);
        report("promises.csv", 4, 40);
        report("stock.csv", 10, 950);
        report("rejects.csv", 4, 0);
        for (String feed : List.of("batches", "order_lines")) {
            figures.putAll(Map.of(
                    feed + ".rows", 22L, feed + ".applied", 10L, feed + ".duplicate", 7L, feed + ".superseded", 3L));
            figures.put(feed + ".rejected", 2L);
            figures.put(feed + ".told", 20L);
            figures.put(feed + ".inEffect", 20L);
        }
    }

    /** Adds one to a figure. */
    Figures with(String figure) {
        if (figures.computeIfPresent(figure, (name, value) -> value + 1) == null) {
            throw new IllegalArgumentException(figure);
        }
        return this;
    }

    ControlTotals controlTotals() {
        ControlTotals controls = new ControlTotals(totals(), feeds(), Rules.CURRENT);
        controls.opening(new Closing(
                tally("previousOpen"),
                tally("previousStock"),
                units("previousAllocated"),
                units("previousDispatched")));
        for (Report report : Report.values()) {
            if (report != Report.CONTROL_TOTALS) {
                controls.report(report, "5", contents(report.fileName()));
            }
        }
        return controls;
    }

    NightTotals totals() {
        return new NightTotals(
                lines(),
                Map.of(
                        ShortageReason.UNKNOWN_SKU,
                        tally("unknownSku"),
                        ShortageReason.SHORT,
                        tally("short"),
                        ShortageReason.NO_SINGLE_BATCH,
                        tally("noSingleBatch")),
                new NightTotals.Promises(
                        tally("allocatedBefore"),
                        tally("allocatedAfter"),
                        tally("dispatchedBefore"),
                        tally("dispatchedAfter"),
                        new NightTotals.PromisesBefore(
                                tally("promisesKept"),
                                tally("promisesChanged"),
                                tally("promisesCancelled"),
                                tally("promisesDispatched"))),
                new NightTotals.Stock(
                        tally("stockBefore"),
                        tally("stockAdded"),
                        units("stockChanged"),
                        tally("stockAfter"),
                        new Summary.Stock(500, 450, 25)),
                Map.of(Feed.BATCHES, units(Feed.BATCHES), Feed.ORDER_LINES, units(Feed.ORDER_LINES)),
                new NightTotals.Faults(figure("batchesBelowZero"), figure("linesInTwoBatches")));
    }

    Map<Feed, FeedCounts> feeds() {
        return new EnumMap<>(Map.of(Feed.BATCHES, feed(Feed.BATCHES), Feed.ORDER_LINES, feed(Feed.ORDER_LINES)));
    }

    private NightTotals.Lines lines() {
        return new NightTotals.Lines(
                tally("openBefore"),
                tally("loaded"),
                new NightTotals.Cancelled(tally("cancelled"), tally("cancelledWhileOpen")),
                tally("dispatched"),
                new NightTotals.Released(tally("released"), tally("releasedByReduction")),
                new NightTotals.Outcome(tally("allocated"), tally("leftWithoutBatch"), tally("openAfter")));
    }

    private Contents contents(String report) {
        return new Contents(tally(report), Long.toString(figure(report + " hash total")));
    }

    private NightTotals.FeedUnits units(Feed feed) {
        return new NightTotals.FeedUnits(figure(feed.label() + ".told"), figure(feed.label() + ".inEffect"));
    }

    private FeedCounts feed(Feed feed) {
        return new FeedCounts(
                "hash of " + feed.label(),
                figure(feed.label() + ".rows"),
                figure(feed.label() + ".applied"),
                figure(feed.label() + ".duplicate"),
                figure(feed.label() + ".superseded"),
                figure(feed.label() + ".rejected"));
    }

    private void report(String name, long rows, long units) {
        tally(name, rows, units);
        figures.put(name + " hash total", 5L);
    }

    private void tally(String name, long lines, long units) {
        figures.put(name + " lines", lines);
        figures.put(name + " units", units);
    }

    private Tally tally(String name) {
        return new Tally(figure(name + " lines"), units(name));
    }

    private long units(String name) {
        return figure(name + " units");
    }

    private long figure(String name) {
        Long figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException(name);
        }
        return figure;
    }
}
