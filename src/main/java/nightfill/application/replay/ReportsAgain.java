package nightfill.application.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nightfill.application.report.Report;
import nightfill.domain.words.CodePointOrder;
import org.jspecify.annotations.Nullable;

/** The rows of the replayed night's reports. */
final class ReportsAgain {

    private static final Comparator<BookedBatch> STOCK_ORDER = Comparator.comparing(
                    (BookedBatch batch) -> batch.sku, CodePointOrder.INSTANCE)
            .thenComparing(batch -> Deeds.text(batch.eta))
            .thenComparing(batch -> batch.reference, CodePointOrder.INSTANCE);

    private final Books books;
    private final List<BookedLine> lines;

    ReportsAgain(Books books) {
        this.books = books;
        this.lines = books.lines(line -> true);
    }

    void forEachRow(Report report, Consumer<List<String>> action) {
        rows(report).forEach(action);
    }

    private Stream<List<String>> rows(Report report) {
        return switch (report) {
            case ALLOCATIONS ->
                lines.stream()
                        .filter(line -> line.allocated)
                        .map(line -> Deeds.with(Deeds.values(line, line.batch), eta(line.batch)));
            case UNALLOCATED ->
                lines.stream()
                        .filter(BookedLine::isOpen)
                        .map(line ->
                                Deeds.with(Deeds.values(line), String.valueOf(line.reason), line.since.toString()));
            case RELEASED ->
                lines.stream()
                        .filter(line -> line.cancelled || line.lost != null)
                        .map(line -> Deeds.with(Deeds.values(line, line.lost), line.cause()));
            case PROMISES ->
                lines.stream().filter(ReportsAgain::isPromiseChanged).map(ReportsAgain::promise);
            case STOCK -> books.batches().stream().sorted(STOCK_ORDER).map(ReportsAgain::stock);
            case REJECTS, CONTROL_TOTALS ->
                throw new IllegalArgumentException(report.fileName() + " is not told by lines or batches");
        };
    }

    private static boolean isPromiseChanged(BookedLine line) {
        return line.batchBefore != null && !line.cancelled && !line.dispatched && !isAsBefore(line);
    }

    private static boolean isAsBefore(BookedLine line) {
        return line.batch != null
                && line.batch.equals(line.batchBefore)
                && Objects.equals(line.batch.eta, line.etaBefore);
    }

    private static List<String> promise(BookedLine line) {
        return Deeds.with(
                Deeds.values(line, line.batchBefore),
                Deeds.text(line.etaBefore),
                line.batch == null ? "" : line.batch.reference,
                eta(line.batch),
                change(line.etaBefore, line.batch));
    }

    private static String change(@Nullable LocalDate before, @Nullable BookedBatch batch) {
        if (batch == null) {
            return "LOST";
        }
        if (Objects.equals(before, batch.eta)) {
            return "MOVED";
        }
        if (batch.eta == null) {
            return "ARRIVED";
        }
        return before != null && batch.eta.isBefore(before) ? "EARLIER" : "DELAYED";
    }

    private static List<String> stock(BookedBatch batch) {
        return List.of(
                batch.reference,
                batch.sku,
                String.valueOf(batch.purchased),
                Deeds.text(batch.eta),
                String.valueOf(batch.bound() - batch.dispatched),
                String.valueOf(batch.dispatched),
                String.valueOf(batch.available()));
    }

    private static String eta(@Nullable BookedBatch batch) {
        return batch == null ? "" : Deeds.text(batch.eta);
    }
}
