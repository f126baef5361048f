package nightfill.domain.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightfill.domain.allocation.Batch;
import nightfill.domain.allocation.OpenLine;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.feed.BatchFeed;
import nightfill.domain.feed.Feed;
import nightfill.domain.feed.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * What nights have left behind, kept in memory for the nights after them; it never changes.
 *
 * @param lastFed the latest business date that fed each batch
 * @param lastListed the latest business date that listed all batches
 */
public record Aftermath(
        List<Known> lines,
        List<Stock> batches,
        Map<String, LocalDate> lastFed,
        LocalDate lastListed,
        List<Unfound> unfound) {

    public static final Aftermath NONE = new Aftermath(List.of(), List.of(), Map.of(), LocalDate.MIN, List.of());

    /** The state before the night of that date. */
    public NightState before(LocalDate date) {
        NightState state = new NightState();
        batches.forEach(stock -> state.know(stock.batch()));
        lines.forEach(line -> line.addTo(state));
        lastFed.forEach((reference, fed) -> {
            if (fed.isAfter(date)) {
                state.knowSuperseded(reference);
            }
        });
        if (lastListed.isAfter(date)) {
            state.knowAllSuperseded();
        }
        unfound.stream()
                .filter(each -> each.date.isAfter(date))
                .forEach(each -> state.knowBelated(each.feed, each.line));
        return state;
    }

    /** What that night, once worked, leaves behind. */
    public Aftermath after(Night night) {
        List<Known> known = new ArrayList<>(
                lines.stream().filter(line -> line.state.isClosed()).toList());
        night.state().lines(line -> true).forEach(line -> known.add(Known.of(line)));
        return new Aftermath(
                known,
                night.state().batches().stream().map(Stock::of).toList(),
                fedAfter(night),
                listedAfter(night),
                unfoundAfter(night));
    }

    public long highestTurn() {
        return lines.stream().mapToLong(known -> known.line.turn()).max().orElse(0);
    }

    private Map<String, LocalDate> fedAfter(Night night) {
        Map<String, LocalDate> fed = new HashMap<>(lastFed);
        for (Purchase what : Purchase.values()) {
            night.state().batches(what).forEach(batch -> fed.put(batch.reference(), night.date()));
        }
        return fed;
    }

    private LocalDate listedAfter(Night night) {
        boolean lists = night.feeds().batches() == BatchFeed.SNAPSHOT;
        return lists && night.date().isAfter(lastListed) ? night.date() : lastListed;
    }

    private List<Unfound> unfoundAfter(Night night) {
        List<Unfound> all = new ArrayList<>(unfound);
        night.feeds()
                .all()
                .forEach(feed -> feed.rows().stream()
                        .filter(row -> row.outcome().reason() == RejectReason.UNKNOWN_LINE)
                        .forEach(row -> all.add(new Unfound(night.date(), feed.feed(), row.line()))));
        return all;
    }

    /** A line and what has become of it. */
    public record Known(
            OpenLine line,
            LocalDate since,
            LineState state,
            @Nullable String batch) {

        static Known of(NightLine line) {
            Batch batch = line.batch();
            return new Known(line.line(), line.since(), line.state(), batch == null ? null : batch.reference());
        }

        private void addTo(NightState night) {
            if (state.isClosed()) {
                night.knowClosed(line.line(), state);
            } else {
                night.know(line, since, batch);
            }
        }
    }

    /** A batch without its lines. */
    public record Stock(
            String reference,
            String sku,
            int purchased,
            @Nullable LocalDate eta,
            long dispatched) {

        static Stock of(Batch batch) {
            return new Stock(
                    batch.reference(), batch.sku(), batch.purchasedQuantity(), batch.eta(), batch.dispatchedQuantity());
        }

        private Batch batch() {
            return new Batch(reference, sku, purchased, eta, dispatched);
        }
    }

    /** A line that a night of that date could not find. */
    public record Unfound(LocalDate date, Feed feed, OrderLine line) {}
}
