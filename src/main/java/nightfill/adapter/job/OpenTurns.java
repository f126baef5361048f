package nightfill.adapter.job;

import java.util.List;
import nightfill.application.night.BatchRepository.Turns;
import nightfill.application.night.Progress;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.SkuStock;
import org.jspecify.annotations.Nullable;

/** The lines that a run has not decided about yet, with the stock of one SKU at a time. */
final class OpenTurns {

    private final Turns turns;
    private final Progress.Step shown;
    private String sku = "";
    private SkuStock stock = new SkuStock(List.of());
    private boolean atEnd;
    private long read;

    OpenTurns(Turns turns, Progress.Step shown) {
        this.turns = turns;
        this.shown = shown;
    }

    /** The next line, or null behind the last. */
    @Nullable
    Turn next() {
        OpenLine line = turns.next();
        if (line == null) {
            atEnd = true;
            return null;
        }
        shown.at(++read, (double) read / turns.size());
        return new Turn(line, stockOf(line.line().sku()));
    }

    private SkuStock stockOf(String wanted) {
        if (!wanted.equals(sku)) {
            sku = wanted;
            stock = new SkuStock(turns.supplies(wanted));
        }
        return stock;
    }

    void close() {
        if (atEnd) {
            shown.end();
        } else {
            shown.leave();
        }
        turns.close();
    }
}
