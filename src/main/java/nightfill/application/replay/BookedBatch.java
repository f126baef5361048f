package nightfill.application.replay;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import nightfill.domain.allocation.Supply;
import org.jspecify.annotations.Nullable;

/** A batch as the replayed night sees it. */
final class BookedBatch {

    final String reference;
    final String sku;
    int purchased;

    @Nullable
    LocalDate eta;
    /** Units that have left. */
    long dispatched;
    /** Units of the lines that are bound to it, those that have left among them. */
    private long bound;

    /** Those of the lines whose goods are still there, by turn. */
    final NavigableMap<Long, BookedLine> promises = new TreeMap<>();

    BookedBatch(String reference, String sku, int purchased, @Nullable LocalDate eta, long dispatched) {
        this.reference = reference;
        this.sku = sku;
        this.purchased = purchased;
        this.eta = eta;
        this.dispatched = dispatched;
        this.bound = dispatched;
    }

    void bind(BookedLine line) {
        promises.put(line.turn(), line);
        bound += line.quantity();
    }

    void release(BookedLine line) {
        promises.remove(line.turn());
        bound -= line.quantity();
    }

    void dispatch(BookedLine line) {
        promises.remove(line.turn());
        dispatched += line.quantity();
    }

    long bound() {
        return bound;
    }

    long available() {
        return purchased - bound;
    }

    /** The domain hands the reference back, which is all that is needed of a key here. */
    Supply supply() {
        return new Supply(0, reference, eta, available());
    }
}
