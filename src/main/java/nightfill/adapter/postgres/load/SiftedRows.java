package nightfill.adapter.postgres.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.FeedRecord;
import nightfill.domain.feed.Row.LineRow;

/**
 * Rows of the feed of order lines, told apart one by one as they are asked for: the lines of the first are on their way to
 * the database while those behind them are still looked at.
 */
final class SiftedRows implements Iterable<SiftedRows.NewLine> {

    private final SeenLines seen;
    private final SkuIds skus;
    private final Iterator<NewLine> rows;
    private final List<NewLine> told = new ArrayList<>();
    private final List<NewLine> ofUnknownSkus = new ArrayList<>();
    private final List<FeedRecord> waiting = new ArrayList<>();
    private final List<FeedRecord> numbersMet = new ArrayList<>();

    SiftedRows(List<? extends FeedRecord> rows, SeenLines seen, SkuIds skus) {
        this.seen = seen;
        this.skus = skus;
        this.rows = rows.stream().<NewLine>mapMulti(this::tell).iterator();
    }

    private void tell(FeedRecord row, Consumer<NewLine> next) {
        OrderLine line = row.row() instanceof LineRow read ? read.line() : null;
        if (line != null && seen.meetsNumber(line)) {
            numbersMet.add(row);
        }
        if (line == null || seen.meets(line)) {
            waiting.add(row);
            return;
        }
        NewLine fresh = new NewLine(row, line, skus.of(line.sku()));
        if (fresh.sku == SkuIds.UNKNOWN) {
            ofUnknownSkus.add(fresh);
        } else {
            told.add(fresh);
            next.accept(fresh);
        }
    }

    /** Lines of known SKUs that were not met before, each once, however often it is asked for them. */
    @Override
    public Iterator<NewLine> iterator() {
        return rows;
    }

    /** All that were asked for; who gives up one of them takes it out. */
    List<NewLine> told() {
        return told;
    }

    /** Makes the SKUs known of which nobody knew, once all other lines were asked for, and gives their lines. */
    List<NewLine> learnNewSkus() {
        skus.learn(ofUnknownSkus.stream().map(it -> it.line.sku()).collect(Collectors.toSet()));
        ofUnknownSkus.replaceAll(it -> new NewLine(it.row, it.line, skus.of(it.line.sku())));
        return ofUnknownSkus;
    }

    /** Rows that cannot be read, or whose lines may have been met before. */
    List<FeedRecord> waiting() {
        return waiting;
    }

    /** Rows whose line number may have come before. */
    List<FeedRecord> numbersMet() {
        return numbersMet;
    }

    /** A line that was not met before, and the id of its SKU. */
    record NewLine(FeedRecord row, OrderLine line, int sku) {}
}
