package nightfill.adapter.files.reports;

import java.util.List;
import nightfill.application.figures.Closing;
import nightfill.application.figures.Tally;

/** Adds up a run's reports. */
final class ClosingSums {

    private Tally open = Tally.NONE;
    private Tally stock = Tally.NONE;
    private long allocated;
    private long dispatched;

    void addOpen(List<String> row) {
        open = open.plus(new Tally(1, Long.parseLong(row.get(3))));
    }

    void addBatch(List<String> row) {
        stock = stock.plus(new Tally(1, Long.parseLong(row.get(2))));
        allocated += Long.parseLong(row.get(4));
        dispatched += Long.parseLong(row.get(5));
    }

    Closing closing() {
        return new Closing(open, stock, allocated, dispatched);
    }
}
