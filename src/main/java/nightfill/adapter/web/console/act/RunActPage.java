package nightfill.adapter.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.application.act.Acts;
import nightfill.application.act.Target;
import nightfill.domain.access.Act;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done to a run. */
@Controller
public record RunActPage(ActDesk desk, Acts acts, Pages pages) {

    private static final String RUN = "/nights/{date}/{number}/";
    private static final String RESTART = RUN + "restart";
    private static final String STOP = RUN + "stop";
    private static final String TAKE_OVER = RUN + "take-over";
    private static final String ABANDON = RUN + "abandon";
    private static final String CORRECT = RUN + "correct";
    private static final String PUBLISH = RUN + "publish";

    @GetMapping({RESTART, STOP, TAKE_OVER, ABANDON, CORRECT, PUBLISH})
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) {
        return with(request, date, number, (act, target) -> desk.show(request, act, target));
    }

    @PostMapping({RESTART, STOP, TAKE_OVER, ABANDON, CORRECT, PUBLISH})
    public ResponseEntity<byte[]> press(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) {
        return with(request, date, number, (act, target) -> desk.press(request, act, target));
    }

    private ResponseEntity<byte[]> with(
            HttpServletRequest request,
            String date,
            String number,
            BiFunction<Act, Target, ResponseEntity<byte[]>> work) {
        Optional<Target> target = RunAddress.parse(date, number).flatMap(acts::run);
        return target.map(found -> work.apply(AccessMatrix.act(request), found))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }
}
