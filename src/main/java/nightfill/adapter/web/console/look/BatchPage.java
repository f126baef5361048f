package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.ShownMark;
import nightfill.application.watch.StockRecords;
import nightfill.application.watch.StockRecords.Batch;
import nightfill.application.watch.StockRecords.HeldLine;
import nightfill.application.watch.StockRecords.Stock;
import nightfill.application.watch.StockRecords.Value;
import nightfill.domain.night.LineState;
import nightfill.view.LineWords;
import nightfill.view.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A batch: what is in it, for whom, and what it was fed. */
@Controller
public record BatchPage(Pages pages, StockRecords stock) {

    record View(Named sku, StockSheet stock, String sentence, Paged<Held> lines, List<Fed> values) {}

    /** A line that has the batch; {@code since} null where it was allocated at once, and no run has loaded it. */
    record Held(
            Named order,
            String line,
            String units,
            ShownMark mark,
            @Nullable RunAddress since) {

        static Held of(HeldLine held) {
            LineState status = held.dispatched() ? LineState.DISPATCHED : LineState.ALLOCATED;
            return new Held(
                    Named.order(held.line().orderId()),
                    LineSheet.number(held.line().lineNumber()),
                    Numbers.grouped(held.line().quantity()),
                    ShownMark.of(LineWords.mark(status)),
                    RunAddress.orNull(held.since()));
        }
    }

    /** What a run was fed of it. */
    record Fed(RunAddress run, String units, String eta) {

        static Fed of(Value value) {
            return new Fed(RunAddress.of(value.run()), Numbers.grouped(value.quantity()), When.text(value.eta()));
        }
    }

    @GetMapping("/batch")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(name = "ref", defaultValue = "") String reference,
            @RequestParam(name = "after", defaultValue = "") String after) {
        return (Named.isPossible(reference) ? stock.batch(reference) : Optional.<Batch>empty())
                .map(batch ->
                        pages.show("batch", Frame.of(request, "Batch " + reference), view(batch, Paged.turn(after))))
                .orElseGet(() -> FindPage.nothing(pages, request, reference));
    }

    private View view(Batch batch, long after) {
        StockSheet sheet = StockSheet.of(batch.stock());
        List<HeldLine> lines = stock.heldBy(batch.stock().reference(), after, Paged.ASKED);
        return new View(
                Named.sku(batch.stock().sku()),
                sheet,
                sentence(batch.stock()),
                Paged.of(lines, Held::of, last -> sheet.batch().with("after", last.turn()), after > 0),
                batch.values().stream().map(Fed::of).toList());
    }

    private static String sentence(Stock stock) {
        return "It %s: of %s, %s are promised, %s have left, %s are free"
                .formatted(
                        When.clause(stock.eta()),
                        Numbers.count(stock.purchased(), "unit"),
                        Numbers.grouped(stock.allocated()),
                        Numbers.grouped(stock.dispatched()),
                        Numbers.grouped(stock.available()));
    }
}
