package nightfill.adapter.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.application.act.Acts;
import nightfill.application.act.Target;
import nightfill.domain.access.Act;
import nightfill.domain.words.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done for a date. */
@Controller
public record DateActPage(ActDesk desk, Acts acts, Pages pages) {

    private static final String DATE = "/nights/{date}/";
    private static final String START = DATE + "run";
    private static final String SAME = DATE + "accept-the-same-feed";
    private static final String SHRUNK = DATE + "accept-shrunk-feeds";
    private static final String RENUMBERED = DATE + "accept-renumbered-lines";
    private static final String PENDING = DATE + "run-pending-dates";
    private static final String RESTORE = DATE + "run-after-a-restore";

    @GetMapping({START, SAME, SHRUNK, RENUMBERED, PENDING, RESTORE})
    public ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String date) {
        return with(request, date, (act, target) -> desk.show(request, act, target));
    }

    @PostMapping({START, SAME, SHRUNK, RENUMBERED, PENDING, RESTORE})
    public ResponseEntity<byte[]> press(HttpServletRequest request, @PathVariable String date) {
        return with(request, date, (act, target) -> desk.press(request, act, target));
    }

    private ResponseEntity<byte[]> with(
            HttpServletRequest request, String date, BiFunction<Act, Target, ResponseEntity<byte[]>> work) {
        Optional<LocalDate> day = Dates.parse(date);
        return day.map(found -> work.apply(AccessMatrix.act(request), acts.date(found)))
                .orElseGet(() -> pages.show(
                        HttpStatus.NOT_FOUND,
                        request,
                        new Notice("No such date", "A date is written as in 2026-11-25. Nothing was done.")));
    }
}
