package nightfill.model;

import java.util.List;
import nightfill.model.Booking.Standing;

/** Binds lines to batches: promises made before, then every open line in its turn. */
final class Allocating {

    private final Night night;
    private final State state;

    Allocating(Night night) {
        this.night = night;
        this.state = night.state;
    }

    Verdict keepPromise(Row row) {
        Booking booking = state.find(Line.of(row));
        Batch batch = state.batches.get(row.value("batchref"));
        if (booking == null || booking.is(Standing.CANCELLED)) {
            return Verdict.APPLIED;
        } else if (batch == null) {
            return Verdict.UNKNOWN_BATCH;
        } else if (!batch.sku().equals(booking.line.sku()) || state.available(batch) < booking.line.qty()) {
            return Verdict.DOES_NOT_FIT;
        }
        bind(booking, batch);
        return Verdict.APPLIED;
    }

    void takeTurn(Booking booking) {
        List<Batch> batches = state.batchesOf(booking.line.sku());
        batches.stream()
                .filter(batch -> state.available(batch) >= booking.line.qty())
                .findFirst()
                .ifPresentOrElse(
                        batch -> bind(booking, batch), () -> night.reasons.put(booking, whyNot(booking, batches)));
    }

    private String whyNot(Booking booking, List<Batch> batches) {
        if (batches.isEmpty()) {
            return "UNKNOWN_SKU";
        }
        long together = batches.stream().mapToLong(state::available).sum();
        return together < booking.line.qty() ? "SHORT" : "NO_SINGLE_BATCH";
    }

    private void bind(Booking booking, Batch batch) {
        booking.allocate(batch);
        night.allocated.add(booking);
    }
}
