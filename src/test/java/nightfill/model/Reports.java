package nightfill.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightfill.model.Booking.Standing;

/** The CSV reports of a night, as text. */
final class Reports {

    private final Night night;

    private Reports(Night night) {
        this.night = night;
    }

    static Map<String, String> of(Night night) {
        Reports reports = new Reports(night);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("allocations.csv", reports.allocations());
        texts.put("unallocated.csv", reports.unallocated());
        texts.put("released.csv", reports.released());
        texts.put("promises.csv", Promises.of(night));
        texts.put("stock.csv", reports.stock());
        texts.put("rejects.csv", reports.rejects());
        return texts;
    }

    private String allocations() {
        return "orderid,line,sku,qty,batchref,eta\r\n"
                + lines(night.allocated::contains)
                        .map(booking -> record(booking, booking.batch, eta(booking)))
                        .collect(Collectors.joining());
    }

    private String eta(Booking booking) {
        return night.state.batches.values().stream()
                .filter(batch -> batch.ref().equals(booking.batch))
                .map(Batch::eta)
                .collect(Collectors.joining());
    }

    private String unallocated() {
        return "orderid,line,sku,qty,reason,since\r\n"
                + lines(booking -> booking.is(Standing.OPEN))
                        .map(booking ->
                                record(booking, night.reasons.getOrDefault(booking, "?"), booking.since.toString()))
                        .collect(Collectors.joining());
    }

    private String released() {
        return "orderid,line,sku,qty,batchref,cause\r\n"
                + lines(booking -> true)
                        .flatMap(booking -> night.lost.stream().filter(loss -> loss.line() == booking))
                        .map(loss -> record(loss.line(), loss.batch(), loss.cause()))
                        .collect(Collectors.joining());
    }

    private String stock() {
        return "ref,sku,qty,eta,allocated,dispatched,available\r\n"
                + night.state.batches.values().stream()
                        .sorted(Comparator.comparing(Batch::sku, CodePoints.ORDER)
                                .thenComparing(Batch.BY_TURN))
                        .map(this::stock)
                        .collect(Collectors.joining());
    }

    private String stock(Batch batch) {
        long allocated = night.state.bound(batch.ref(), Standing.ALLOCATED);
        long dispatched = night.state.bound(batch.ref(), Standing.DISPATCHED);
        long available = batch.qty() - allocated - dispatched;
        return Csv.record(batch.ref(), batch.sku(), batch.qty(), batch.eta(), allocated, dispatched, available);
    }

    /** The detail is free text, of which the model knows nothing: it stays empty here. */
    private String rejects() {
        return "file,line,reason,detail,row\r\n"
                + night.feedRows.stream()
                        .flatMap(feed -> rejects(feed.file, feed.rows))
                        .collect(Collectors.joining());
    }

    private static Stream<String> rejects(String file, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.verdict.rejects())
                .map(row -> Csv.record(file, row.line, row.verdict, "", safe(row.raw)));
    }

    /** As received, but safe to open: control characters as pictures, no leading formula. */
    static String safe(String raw) {
        String shown = raw.codePoints()
                .map(c -> Shape.isControl(c) ? 0x2400 + c : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Csv.trimmed(shown.replaceFirst("^[\\s\\p{Z}\\p{Cf}]+", ""))
                        .matches("(?s)[=+@\uFF1D\uFF0B\uFF0D\uFF20-].*")
                ? "'" + shown
                : shown;
    }

    private Stream<Booking> lines(Predicate<Booking> which) {
        return night.state.lines.stream().filter(which);
    }

    private static String record(Booking booking, String next, String last) {
        Line line = booking.line;
        return Csv.record(line.order(), line.number(), line.sku(), line.qty(), next, last);
    }
}
