package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.application.compare.CompareInput;
import nightfill.application.watch.RunView;
import nightfill.application.watch.ShowRun;
import nightfill.domain.run.RunName;
import nightfill.domain.words.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All about one run. */
@Controller
public record RunPage(Pages pages, ShowRun runs, CompareInput input, Clock clock) {

    private static final String NUMBER = "[1-9][0-9]{0,8}";
    private static final Duration PATIENCE = Duration.ofMillis(50);

    @GetMapping("/nights/{date}/{number}")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) {
        Optional<RunView> run = name(date, number).flatMap(name -> runs.of(name, clock.instant()));
        return run.map(found -> pages.show(
                        "run",
                        Frame.of(request, found.run().name().title()),
                        RunSheet.of(found, input.of(found.record(), PATIENCE), clock)))
                .orElseGet(() -> pages.show(
                        HttpStatus.NOT_FOUND, "no-run", Frame.of(request, "No such run"), new NoRun(date, number)));
    }

    /** What was asked for in vain. */
    record NoRun(String date, String number) {}

    private static Optional<RunName> name(String date, String number) {
        Optional<LocalDate> day = Dates.parse(date);
        return number.matches(NUMBER)
                ? day.map(found -> new RunName(found, Integer.parseInt(number)))
                : Optional.empty();
    }
}
