package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.watch.StockRecords;
import nightfill.application.watch.StockRecords.Sku;
import nightfill.application.watch.StockRecords.Stock;
import nightfill.application.watch.StockRecords.Supply;
import nightfill.application.watch.StockRecords.WaitingLine;
import nightfill.view.Meanings;
import nightfill.view.Numbers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A SKU: who waits for it and why, and what comes when. */
@Controller
public record SkuPage(Pages pages, StockRecords stock) {

    record View(Named sku, String sentence, Paged<Waiting> lines, Batches batches) {}

    /**
     * In the order in which they serve.
     *
     * @param cut whether there may be more
     */
    record Batches(List<StockSheet> rows, boolean none, boolean cut) {

        static Batches of(List<Stock> batches) {
            return new Batches(
                    batches.stream().map(StockSheet::of).toList(),
                    batches.isEmpty(),
                    batches.size() >= StockRecords.BATCHES);
        }
    }

    /** A line that waits. */
    record Waiting(Named order, String line, String units, String since, LineSheet.Reason reason) {

        static Waiting of(WaitingLine line) {
            return new Waiting(
                    Named.order(line.line().orderId()),
                    LineSheet.number(line.line().lineNumber()),
                    Numbers.grouped(line.line().quantity()),
                    line.since().toString(),
                    new LineSheet.Reason(line.reason(), Meanings.of(line.reason())));
        }
    }

    @GetMapping("/sku")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "after", defaultValue = "") String after) {
        return (Named.isPossible(code) ? stock.sku(code) : Optional.<Sku>empty())
                .map(sku -> pages.show("sku", Frame.of(request, "SKU " + code), view(sku, Paged.turn(after))))
                .orElseGet(() -> FindPage.nothing(pages, request, code));
    }

    private View view(Sku sku, long after) {
        Named name = Named.sku(sku.code());
        List<WaitingLine> lines = stock.waitingFor(sku.code(), after, Paged.ASKED);
        return new View(
                name,
                waiting(sku) + ", " + comes(sku.supply()),
                Paged.of(lines, Waiting::of, last -> name.with("after", last.turn()), after > 0),
                Batches.of(sku.batches()));
    }

    private static String waiting(Sku sku) {
        long lines = sku.waiting().lines();
        return lines == 0
                ? "No line waits for it"
                : "%s of %s %s for it"
                        .formatted(
                                Numbers.count(lines, "line"),
                                Numbers.count(sku.waiting().units(), "unit"),
                                lines == 1 ? "waits" : "wait");
    }

    /** What is there already comes no more. */
    private static String comes(Supply supply) {
        long free = supply.free();
        return "%s free in the warehouse, %s"
                .formatted(
                        free == 1 ? "1 unit is" : Numbers.grouped(free) + " units are",
                        supply.next() == null
                                ? "no batch is on its way"
                                : "the next batch " + When.clause(supply.next()));
    }
}
