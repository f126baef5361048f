package nightfill.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nightfill.model.Booking.Standing;

/** The batches of a night: judged, taken, and where one was cut, its newest lines released. */
final class StockFeed {

    private final LocalDate date;
    private final State state;
    private final Night night;

    StockFeed(Night night) {
        this.night = night;
        this.date = night.date;
        this.state = night.state;
    }

    void take(List<Row> rows) {
        rejectChangedSkus(rows);
        rejectAmbiguous(rows.stream().filter(Row::stands).toList());
        rows.stream().filter(Row::stands).forEach(row -> row.verdict = take(Batch.of(row)));
        if (night.snapshot) {
            forgetTheOthers();
        }
        state.batches.values().forEach(this::releaseUntilItFits);
    }

    /** Those of which no row speaks, not even a bad one, have nothing but what has left. */
    private void forgetTheOthers() {
        Set<String> spokenOf =
                night.rows(FeedRows.BATCHES).map(row -> row.value("ref")).collect(Collectors.toSet());
        state.batches.replaceAll((ref, batch) -> {
            int left = Math.toIntExact(state.bound(ref, Standing.DISPATCHED));
            return spokenOf.contains(ref) || isLate(ref) ? batch : new Batch(ref, batch.sku(), left, batch.eta());
        });
        state.listed = date.isAfter(state.listed) ? date : state.listed;
    }

    /** Whether a later date has had its word. */
    private boolean isLate(String ref) {
        return state.listed.isAfter(date) || state.fed.getOrDefault(ref, date).isAfter(date);
    }

    private void rejectChangedSkus(List<Row> rows) {
        for (Row row : rows) {
            Batch known = state.batches.get(row.value("ref"));
            if (known != null && !known.sku().equals(row.value("sku"))) {
                row.verdict = Verdict.SKU_CHANGED;
            }
        }
    }

    private void rejectAmbiguous(List<Row> rows) {
        List<Batch> batches = rows.stream().map(Batch::of).toList();
        for (Row row : rows) {
            Batch mine = Batch.of(row);
            if (batches.stream().anyMatch(other -> other.ref().equals(mine.ref()) && !other.equals(mine))) {
                row.verdict = Verdict.AMBIGUOUS;
            }
        }
    }

    private Verdict take(Batch batch) {
        if (isLate(batch.ref())) {
            return Verdict.SUPERSEDED;
        } else if (batch.qty() < state.bound(batch.ref(), Standing.DISPATCHED)) {
            return Verdict.BELOW_DISPATCHED;
        }
        state.fed.put(batch.ref(), date);
        return batch.equals(state.batches.put(batch.ref(), batch)) ? Verdict.DUPLICATE : Verdict.APPLIED;
    }

    private void releaseUntilItFits(Batch batch) {
        for (int i = state.lines.size() - 1; state.available(batch) < 0; i--) {
            Booking booking = state.lines.get(i);
            if (booking.is(Standing.ALLOCATED) && booking.batch.equals(batch.ref())) {
                night.lost.add(new Night.Loss(booking, booking.batch, "BATCH_REDUCED"));
                booking.loseBatch(Standing.OPEN);
            }
        }
    }
}
