package nightfill.application.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightfill.application.figures.Closing;
import nightfill.application.figures.ControlTotal;
import nightfill.application.figures.NightTotals;
import nightfill.application.figures.Tally;
import nightfill.domain.allocation.ShortageReason;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.FeedCounts;
import nightfill.domain.words.Rules;

/** The sums that must balance; one difference keeps the reports from being installed. */
public final class ControlTotals {

    private static final int DIGITS = 15;

    private final List<ControlTotal> checks = new ArrayList<>();
    private final NightTotals totals;
    private final Map<Feed, FeedCounts> feeds;
    private final Rules rules;

    /** Begins with the sums that need no report. */
    public ControlTotals(NightTotals totals, Map<Feed, FeedCounts> feeds, Rules rules) {
        this.totals = totals;
        this.feeds = feeds;
        this.rules = rules;
        feeds.forEach(this::feed);
        openLines(totals.lines(), totals.unallocated());
        promises(totals.lines(), totals.promises());
        promisesBefore(totals.promises());
        stock(totals.stock());
        add("no batch below zero", 0, totals.faults().batchesBelowZero());
        add("no line in two batches", 0, totals.faults().linesInTwoBatches());
    }

    public List<ControlTotal> checks() {
        return List.copyOf(checks);
    }

    public List<ControlTotal> differences() {
        return checks.stream().filter(check -> !check.balances()).toList();
    }

    /** What this run found is what the run before it left, as its installed reports show. */
    public void opening(Closing previous) {
        Tally open = totals.lines().openBefore();
        Tally stock = totals.stock().before();
        Tally allocated = totals.promises().allocatedBefore();
        Tally dispatched = totals.promises().dispatchedBefore();
        both("opening of open lines = previous unallocated.csv", previous.open(), open);
        both("opening of stock = previous stock.csv", previous.stock(), stock);
        add("opening of allocated units = previous stock.csv", previous.allocatedUnits(), allocated.units());
        add("opening of dispatched units = previous stock.csv", previous.dispatchedUnits(), dispatched.units());
    }

    /**
     * What a report's file holds is what the database counts.
     *
     * @param hashTotal of the rows as the database gave them
     * @param actual as read back from the file
     */
    public void report(Report report, String hashTotal, Contents actual) {
        Tally expected = counted(report);
        Tally found = actual.tally();
        add(report.fileName() + ": rows", expected.lines(), found.lines());
        if (report.header().contains("qty")) {
            add(report.fileName() + ": sum of qty", expected.units(), found.units());
        }
        checks.add(
                new ControlTotal(report.fileName() + ": hash total", legible(hashTotal), legible(actual.hashTotal())));
    }

    /** Its last fifteen digits: more are rounded by programs that take it for a number, spreadsheets above all. */
    private String legible(String hashTotal) {
        return rules.have(Rules.TWO) && hashTotal.length() > DIGITS
                ? hashTotal.substring(hashTotal.length() - DIGITS).replaceFirst("^0+(?=.)", "")
                : hashTotal;
    }

    private Tally counted(Report report) {
        return switch (report) {
            case ALLOCATIONS -> totals.lines().outcome().allocated();
            case UNALLOCATED -> totals.lines().outcome().open();
            case RELEASED ->
                totals.lines().released().all().plus(totals.lines().cancelled().whileOpen());
            case PROMISES -> totals.promises().ofBefore().changed();
            case STOCK -> totals.stock().after();
            case REJECTS ->
                new Tally(
                        feeds.values().stream().mapToLong(FeedCounts::rejected).sum(), 0);
            case CONTROL_TOTALS -> throw new IllegalArgumentException("control totals do not count themselves");
        };
    }

    private void feed(Feed feed, FeedCounts rows) {
        add(
                feed.label() + ": rows read = applied + duplicate + superseded + rejected",
                rows.rows(),
                rows.applied() + rows.duplicate() + rows.superseded() + rows.rejected());
        NightTotals.FeedUnits units = totals.feeds().getOrDefault(feed, NightTotals.FeedUnits.NONE);
        add(feed.label() + ": units of rows applied = units in effect", units.applied(), units.inEffect());
    }

    private void openLines(NightTotals.Lines lines, Map<ShortageReason, Tally> unallocated) {
        both(
                "open before + loaded + released by reduction = allocated + still open + cancelled while open"
                        + (rules.have(Rules.TWO) ? " + left without batch" : ""),
                lines.openBefore().plus(lines.loaded()).plus(lines.released().byReduction()),
                lines.outcome()
                        .allocated()
                        .plus(lines.outcome().open())
                        .plus(lines.cancelled().whileOpen())
                        .plus(lines.outcome().leftWithoutBatch()));
        both(
                "still open = unallocated for any reason",
                lines.outcome().open(),
                unallocated.values().stream().reduce(Tally.NONE, Tally::plus));
    }

    private void promises(NightTotals.Lines lines, NightTotals.Promises promises) {
        both(
                "allocated before + allocated - released - dispatched = allocated after",
                promises.allocatedBefore()
                        .plus(lines.outcome().allocated())
                        .minus(lines.released().all())
                        .minus(lines.dispatched()),
                promises.allocatedAfter());
        both(
                "dispatched before + dispatched = dispatched after",
                promises.dispatchedBefore().plus(lines.dispatched()),
                promises.dispatchedAfter());
    }

    private void promisesBefore(NightTotals.Promises promises) {
        NightTotals.PromisesBefore before = promises.ofBefore();
        both(
                "allocated before = promises kept + changed + cancelled + dispatched",
                promises.allocatedBefore(),
                before.kept().plus(before.changed()).plus(before.cancelled()).plus(before.dispatched()));
    }

    private void stock(NightTotals.Stock stock) {
        both(
                "purchased before + new +- changed = purchased after",
                stock.before().plus(stock.added()).plus(new Tally(0, stock.changed())),
                stock.after());
    }

    private void both(String name, Tally expected, Tally actual) {
        add(name + " (lines)", expected.lines(), actual.lines());
        add(name + " (units)", expected.units(), actual.units());
    }

    private void add(String name, long expected, long actual) {
        checks.add(new ControlTotal(name, Long.toString(expected), Long.toString(actual)));
    }
}
