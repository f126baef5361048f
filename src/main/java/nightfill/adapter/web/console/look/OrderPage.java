package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.look.OrderRecords;
import nightfill.application.look.OrderRecords.Line;
import nightfill.application.trace.OrderHistory;
import nightfill.application.trace.OrderHistory.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order: its lines, and everything that happened to them. */
@Controller
public record OrderPage(Pages pages, OrderRecords orders, OrderHistory history) {

    private static final String KEY = "[0-9]{1,18}-[0-9]{1,3}-[0-9]{1,18}";

    record View(Named order, String sentence, Paged<LineSheet> lines, Paged<EventSheet> events) {}

    @GetMapping("/order")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(name = "id", defaultValue = "") String id,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "happened", defaultValue = "") String happened) {
        Named order = Named.order(id);
        if (!Named.isPossible(id)) {
            return FindPage.nothing(pages, request, id);
        }
        OrderHistory.@Nullable Key key = key(happened);
        List<Line> lines = orders.lines(id, Paged.turn(after), Paged.ASKED);
        List<Event> events = history.page(id, key, Paged.ASKED);
        if (lines.isEmpty() && events.isEmpty()) {
            return FindPage.nothing(pages, request, id);
        }
        View view = new View(
                order,
                OrderSentence.of(lines, Paged.turn(after) > 0),
                Paged.of(lines, LineSheet::of, last -> order.with("after", last.turn()), Paged.turn(after) > 0),
                Paged.of(events, EventSheet::of, last -> order.with("happened", text(last.key())), key != null));
        return pages.show("order", Frame.of(request, "Order " + id), view);
    }

    private static OrderHistory.@Nullable Key key(String text) {
        if (!text.matches(KEY)) {
            return null;
        }
        String[] parts = text.split("-", 3);
        return new OrderHistory.Key(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    private static String text(OrderHistory.Key key) {
        return key.run() + "-" + key.step() + "-" + key.turn();
    }
}
