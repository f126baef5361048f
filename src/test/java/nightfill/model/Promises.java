package nightfill.model;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.model.Booking.Standing;

/** What the night changed of what had been promised before it. */
final class Promises {

    /** A batch as a customer hears of it; without any, both are empty. */
    private record Promise(String ref, String eta) {

        static Promise of(Booking booking, State state) {
            Batch batch = state.batches.get(booking.batch);
            return batch == null ? new Promise("", "") : new Promise(batch.ref(), batch.eta());
        }
    }

    private Promises() {}

    static String of(Night night) {
        return "orderid,line,sku,qty,ref_before,eta_before,ref_after,eta_after,cause\r\n"
                + IntStream.range(0, night.before.lines.size())
                        .mapToObj(turn -> record(night, turn))
                        .collect(Collectors.joining());
    }

    private static String record(Night night, int turn) {
        Booking old = night.before.lines.get(turn);
        Booking now = night.state.lines.get(turn);
        Promise before = Promise.of(old, night.before);
        Promise after = Promise.of(now, night.state);
        if (!old.is(Standing.ALLOCATED)
                || now.is(Standing.CANCELLED)
                || now.is(Standing.DISPATCHED)
                || before.equals(after)) {
            return "";
        }
        Line line = now.line;
        return Csv.record(
                line.order(),
                line.number(),
                line.sku(),
                line.qty(),
                before.ref,
                before.eta,
                after.ref,
                after.eta,
                cause(before, after));
    }

    private static String cause(Promise before, Promise after) {
        if (after.ref.isEmpty()) {
            return "LOST";
        }
        int later = after.eta.compareTo(before.eta);
        if (later == 0) {
            return "MOVED";
        } else if (after.eta.isEmpty()) {
            return "ARRIVED";
        }
        return later > 0 ? "DELAYED" : "EARLIER";
    }
}
