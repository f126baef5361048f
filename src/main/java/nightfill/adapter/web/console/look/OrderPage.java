package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.look.OrderRecords;
import nightfill.application.look.OrderRecords.Line;
import nightfill.application.trace.OrderHistory;
import nightfill.application.trace.OrderHistory.Event;
import nightfill.application.trace.OrderHistory.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order: its lines, and everything that happened to them. */
@Controller
public record OrderPage(Pages pages, OrderRecords orders, OrderHistory history) {

    record View(Named order, String sentence, Paged<LineSheet> lines, Paged<EventSheet> events) {}

    @GetMapping("/order")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(name = "id", defaultValue = "") String id,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "happened", defaultValue = "") String happened) {
        if (!Named.isPossible(id)) {
            return FindPage.nothing(pages, request, id);
        }
        long turn = Paged.turn(after);
        List<Line> lines = orders.lines(id, turn, Paged.ASKED);
        OrderHistory.@Nullable Key key = OrderHistory.Key.parse(happened).orElse(null);
        List<Event> events = history.page(id, turns(turn, lines), key, Paged.ASKED);
        return lines.isEmpty() && events.isEmpty()
                ? FindPage.nothing(pages, request, id)
                : pages.show(
                        "order", Frame.of(request, "Order " + id), view(Named.order(id), turn, lines, key, events));
    }

    /** Those of the lines that are shown, and of undone ones between them. */
    private static Turns turns(long after, List<Line> lines) {
        return new Turns(
                after, lines.size() > Paged.SIZE ? lines.get(Paged.SIZE - 1).turn() : Long.MAX_VALUE);
    }

    private static View view(
            Named order, long turn, List<Line> lines, OrderHistory.@Nullable Key key, List<Event> events) {
        return new View(
                order,
                OrderSentence.of(lines, turn > 0),
                Paged.of(lines, LineSheet::of, last -> order.with("after", last.turn()), turn > 0),
                Paged.of(
                        events,
                        EventSheet::of,
                        last -> order.with("after", turn) + "&happened="
                                + last.key().text(),
                        key != null));
    }
}
