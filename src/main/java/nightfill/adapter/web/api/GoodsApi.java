package nightfill.adapter.web.api;

import java.util.List;
import nightfill.adapter.web.Problems;
import nightfill.application.look.LookUp;
import nightfill.application.look.Names;
import nightfill.application.look.OrderRecords;
import nightfill.application.trace.OrderHistory;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.application.trace.OrderHistory.Turns;
import nightfill.application.watch.StockRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, batches and SKUs as they are now, by their exact names. */
@RestController
public record GoodsApi(LookUp lookUp, OrderRecords orders, OrderHistory history, StockRecords stock) {

    private static final Turns ALL = new Turns(0, Long.MAX_VALUE);

    /** What has a name. */
    record Found(String name, List<Names.Kind> kinds) {}

    @GetMapping("/api/find")
    public Found find(@RequestParam("name") String name) {
        LookUp.Found found = lookUp.of(name);
        return new Found(found.name(), found.kinds());
    }

    /** The lines of an order that count, in the order of their turns; none of an order that nobody knows. */
    @GetMapping("/api/order")
    public Page<GoodsJson.Line> order(
            @RequestParam("id") String id, @RequestParam(name = "after", required = false) @Nullable String after) {
        List<OrderRecords.Line> lines =
                orders.lines(Parameters.identifier("id", id), Parameters.positive("after", after, 0), Page.ASKED);
        return Page.of(
                lines, GoodsJson.Line::of, last -> Page.with(Page.with("/api/order", "id", id), "after", last.turn()));
    }

    /** All that happened to the lines of an order, run by run. */
    @GetMapping("/api/order/events")
    public Page<GoodsJson.EventJson> events(
            @RequestParam("id") String id, @RequestParam(name = "after", required = false) @Nullable String after) {
        List<Event> events = history.page(
                Parameters.identifier("id", id), ALL, Parameters.key(after, OrderHistory.Key::parse), Page.ASKED);
        return Page.of(
                events,
                GoodsJson.EventJson::of,
                last -> Page.with(
                        Page.with("/api/order/events", "id", id),
                        "after",
                        last.key().text()));
    }

    @GetMapping("/api/batch")
    public GoodsJson.BatchJson batch(@RequestParam("ref") String reference) {
        return stock.batch(Parameters.identifier("ref", reference))
                .map(GoodsJson.BatchJson::of)
                .orElseThrow(() -> unknown("batch"));
    }

    /** The lines that have a batch, in the order of their turns. */
    @GetMapping("/api/batch/lines")
    public Page<GoodsJson.Held> held(
            @RequestParam("ref") String reference,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        List<StockRecords.HeldLine> lines = stock.heldBy(
                Parameters.identifier("ref", reference), Parameters.positive("after", after, 0), Page.ASKED);
        return Page.of(
                lines,
                GoodsJson.Held::of,
                last -> Page.with(Page.with("/api/batch/lines", "ref", reference), "after", last.turn()));
    }

    @GetMapping("/api/sku")
    public GoodsJson.SkuJson sku(@RequestParam("code") String code) {
        return stock.sku(Parameters.identifier("code", code))
                .map(GoodsJson.SkuJson::of)
                .orElseThrow(() -> unknown("SKU"));
    }

    /** The open lines of a SKU as the last finished run left them, in the order of their turns. */
    @GetMapping("/api/sku/lines")
    public Page<GoodsJson.Waiting> waiting(
            @RequestParam("code") String code, @RequestParam(name = "after", required = false) @Nullable String after) {
        List<StockRecords.WaitingLine> lines = stock.waitingFor(
                Parameters.identifier("code", code), Parameters.positive("after", after, 0), Page.ASKED);
        return Page.of(
                lines,
                GoodsJson.Waiting::of,
                last -> Page.with(Page.with("/api/sku/lines", "code", code), "after", last.turn()));
    }

    private static RuntimeException unknown(String what) {
        return Problems.failure(HttpStatus.NOT_FOUND, "there is no such " + what);
    }
}
