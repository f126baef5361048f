package nightfill.adapter.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import nightfill.application.look.OrderRecords;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.application.watch.StockRecords;
import nightfill.application.watch.StockRecords.Stock;
import nightfill.domain.allocation.OrderLine;
import nightfill.domain.night.LineState;
import org.jspecify.annotations.Nullable;

/** Orders, batches and SKUs, in the words that feeds and reports have for their columns. */
final class GoodsJson {

    private GoodsJson() {}

    /** As a row of {@code order_lines.csv}. */
    record Ordered(String orderid, String line, String sku, int qty) {

        static Ordered of(OrderLine line) {
            return new Ordered(line.orderId(), line.lineNumber(), line.sku(), line.quantity());
        }
    }

    /**
     * What a line was promised.
     *
     * @param eta null where it is in the warehouse
     * @param since the run that bound it; null where it was allocated at once, and no run has loaded it
     */
    record Promise(
            String batchref,
            @Nullable LocalDate eta,
            @Nullable RunRef since) {

        private static @Nullable Promise of(OrderRecords.@Nullable Promise promise) {
            return promise == null
                    ? null
                    : new Promise(promise.reference(), promise.eta(), RunRef.orNull(promise.since()));
        }
    }

    /**
     * A line of an order.
     *
     * @param loaded the run that first knew it; null of one that was allocated at once, and is to be loaded
     * @param reason why it has no batch, as the last finished run saw it; empty where it has one
     */
    record Line(
            Ordered ordered,
            @Nullable RunRef loaded,
            LineState state,
            @Nullable Promise promise,
            String reason) {

        static Line of(OrderRecords.Line line) {
            return new Line(
                    Ordered.of(line.line()),
                    RunRef.orNull(line.loaded()),
                    line.status(),
                    Promise.of(line.promise()),
                    line.reason());
        }
    }

    /** One thing that happened to a line; {@code undone} whether its run was undone later. */
    record EventJson(RunRef run, Ordered ordered, String what, boolean undone) {

        static EventJson of(Event event) {
            return new EventJson(RunRef.of(event.run()), Ordered.of(event.line()), event.what(), event.undone());
        }
    }

    /** What a batch has; {@code eta} null where it is in the warehouse. */
    record StockJson(
            String ref,
            String sku,
            @Nullable LocalDate eta,
            @JsonUnwrapped Units units) {

        static StockJson of(Stock stock) {
            return new StockJson(
                    stock.reference(),
                    stock.sku(),
                    stock.eta(),
                    new Units(stock.purchased(), stock.allocated(), stock.dispatched(), stock.available()));
        }
    }

    record Units(long purchased, long allocated, long dispatched, long available) {}

    /** What a run was fed of a batch. */
    record Value(RunRef run, long qty, @Nullable LocalDate eta) {}

    /** A batch, and the values that it has had, oldest first. */
    record BatchJson(StockJson stock, List<Value> values) {

        static BatchJson of(StockRecords.Batch batch) {
            return new BatchJson(
                    StockJson.of(batch.stock()),
                    batch.values().stream()
                            .map(value -> new Value(RunRef.of(value.run()), value.quantity(), value.eta()))
                            .toList());
        }
    }

    /** A line that has a batch; {@code since} null where it was allocated at once, and no run has loaded it. */
    record Held(Ordered ordered, @Nullable RunRef since, boolean dispatched) {

        static Held of(StockRecords.HeldLine held) {
            return new Held(Ordered.of(held.line()), RunRef.orNull(held.since()), held.dispatched());
        }
    }

    /**
     * A SKU.
     *
     * @param batches the first 500, in the order in which they serve
     * @param free units that are in the warehouse and not promised
     * @param next when the next batch comes; null where none is on its way
     */
    record SkuJson(
            String sku,
            List<StockJson> batches,
            long free,
            @Nullable LocalDate next,
            long waitingLines,
            long waitingUnits) {

        static SkuJson of(StockRecords.Sku sku) {
            return new SkuJson(
                    sku.code(),
                    sku.batches().stream().map(StockJson::of).toList(),
                    sku.supply().free(),
                    sku.supply().next(),
                    sku.waiting().lines(),
                    sku.waiting().units());
        }
    }

    /** An open line; {@code since} the business date that first loaded it. */
    record Waiting(Ordered ordered, LocalDate since, String reason) {

        static Waiting of(StockRecords.WaitingLine line) {
            return new Waiting(Ordered.of(line.line()), line.since(), line.reason());
        }
    }
}
