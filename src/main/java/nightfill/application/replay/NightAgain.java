package nightfill.application.replay;

import java.util.Objects;
import nightfill.domain.feed.Feed;
import nightfill.domain.run.Run;

/** One night, worked in the order in which feeds take effect. */
final class NightAgain {

    private final Run run;
    private final PastNights past;
    private final Sheets sheets;
    private final Books books = new Books();
    private final Purchasing purchasing = new Purchasing(books);

    NightAgain(Run run, PastNights past, Sheets sheets) {
        this.run = run;
        this.past = past;
        this.sheets = sheets;
    }

    Books books() {
        return books;
    }

    Sheets sheets() {
        return sheets;
    }

    Purchasing purchasing() {
        return purchasing;
    }

    void work() {
        gather();
        arrive();
        Departing departing = new Departing(books);
        departing.dispatch(sheets.of(Feed.DISPATCHES));
        departing.cancel(sheets.of(Feed.CANCELLATIONS));
        past.forEachUnplacedLine(run, Feed.CANCELLATIONS, departing::cancelBelated);
        purchasing.take(sheets.of(Feed.BATCHES));
        purchasing.release();
        Allocating allocating = new Allocating(books);
        allocating.keepPromises(sheets.of(Feed.ALLOCATIONS));
        allocating.giveTurns();
        past.forEachUnplacedLine(run, Feed.DISPATCHES, departing::dispatchBelated);
    }

    private void gather() {
        past.forEachBatch(run, books::know);
        past.forEachLineInPlay(run, books::know);
        past.forEachSettledLine(run, sheets.orderIds(), books::know);
        past.forEachRetoldBatch(run, books::knowRetold);
    }

    private void arrive() {
        long before = Objects.requireNonNull(run.turnsBefore(), run::title);
        Arriving arriving = new Arriving(books, run.date());
        Sheet openings = sheets.of(Feed.ALLOCATIONS);
        arriving.load(openings, before);
        arriving.load(sheets.of(Feed.ORDER_LINES), before + openings.entries().size());
    }
}
