package nightfill.application.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nightfill.application.report.Report;
import nightfill.domain.allocation.Batch;
import nightfill.domain.night.LineState;
import nightfill.domain.night.NightLine;
import nightfill.domain.night.NightState;
import nightfill.domain.words.CodePointOrder;
import nightfill.domain.words.Eta;
import org.jspecify.annotations.Nullable;

/** The rows of the replayed night's reports. */
record ReportsAgain(NightState state) {

    private static final Comparator<Batch> STOCK_ORDER = Comparator.comparing(Batch::sku, CodePointOrder.INSTANCE)
            .thenComparing(batch -> Eta.orEmpty(batch.eta()))
            .thenComparing(Batch::reference, CodePointOrder.INSTANCE);

    void forEachRow(Report report, Consumer<List<String>> action) {
        rows(report).forEach(action);
    }

    private Stream<List<String>> rows(Report report) {
        return switch (report) {
            case ALLOCATIONS -> lines(NightLine::isAllocatedTonight).map(ReportsAgain::allocation);
            case UNALLOCATED -> lines(line -> line.is(LineState.OPEN)).map(ReportsAgain::openLine);
            case RELEASED -> lines(line -> line.cause() != null).map(ReportsAgain::release);
            case PROMISES -> lines(ReportsAgain::isPromiseChanged).map(ReportsAgain::promise);
            case STOCK -> state.batches().stream().sorted(STOCK_ORDER).map(ReportsAgain::stock);
            case REJECTS, CONTROL_TOTALS ->
                throw new IllegalArgumentException(report.fileName() + " is not about lines or batches");
        };
    }

    private Stream<NightLine> lines(Predicate<NightLine> which) {
        return state.lines(which).stream();
    }

    private static List<String> allocation(NightLine line) {
        return Effects.with(Effects.values(line, line.batch()), eta(line.batch()));
    }

    private static List<String> openLine(NightLine line) {
        return Effects.with(
                Effects.values(line),
                String.valueOf(line.reason()),
                line.since().toString());
    }

    private static List<String> release(NightLine line) {
        return Effects.with(Effects.values(line, line.lost()), String.valueOf(line.cause()));
    }

    private static boolean isPromiseChanged(NightLine line) {
        return line.batchBefore() != null && !line.state().isClosed() && !isAsBefore(line);
    }

    private static boolean isAsBefore(NightLine line) {
        Batch batch = line.batch();
        return batch != null && batch.equals(line.batchBefore()) && Objects.equals(batch.eta(), line.etaBefore());
    }

    private static List<String> promise(NightLine line) {
        Batch batch = line.batch();
        return Effects.with(
                Effects.values(line, line.batchBefore()),
                Eta.orEmpty(line.etaBefore()),
                batch == null ? "" : batch.reference(),
                eta(batch),
                change(line.etaBefore(), batch));
    }

    private static String change(@Nullable LocalDate before, @Nullable Batch batch) {
        if (batch == null) {
            return "LOST";
        }
        LocalDate eta = batch.eta();
        if (Objects.equals(before, eta)) {
            return "MOVED";
        }
        if (eta == null) {
            return "ARRIVED";
        }
        return before != null && eta.isBefore(before) ? "EARLIER" : "DELAYED";
    }

    private static List<String> stock(Batch batch) {
        return List.of(
                batch.reference(),
                batch.sku(),
                String.valueOf(batch.purchasedQuantity()),
                Eta.orEmpty(batch.eta()),
                String.valueOf(batch.allocatedQuantity()),
                String.valueOf(batch.dispatchedQuantity()),
                String.valueOf(batch.availableQuantity()));
    }

    private static String eta(@Nullable Batch batch) {
        return batch == null ? "" : Eta.orEmpty(batch.eta());
    }
}
