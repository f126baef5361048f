package nightfill.adapter.web.console.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.watch.Trends;
import nightfill.application.watch.Trends.Point;
import nightfill.view.Numbers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How figures went over the last nights. */
@Controller
public record TrendsPage(Pages pages, Trends trends) {

    /**
     * All charts.
     *
     * @param none whether there is nothing to show yet
     */
    record View(String nights, boolean none, List<Chart> charts) {}

    @GetMapping("/trends")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        return pages.show("trends", Frame.of(request, "Trends"), view(trends.last(Trends.NIGHTS)));
    }

    static View view(List<Point> nights) {
        return new View(
                Numbers.count(nights.size(), "finished night"),
                nights.isEmpty(),
                nights.isEmpty()
                        ? List.of()
                        : Stream.of(Trend.values())
                                .map(trend -> Chart.of(trend, nights))
                                .toList());
    }
}
