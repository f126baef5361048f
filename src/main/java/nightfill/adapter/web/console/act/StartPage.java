package nightfill.adapter.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.domain.access.Act;
import nightfill.domain.words.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody chooses what to start, and for which date; it starts nothing itself. */
@Controller
public record StartPage(Pages pages, Clock clock) {

    private static final List<Choice> CHOICES = List.of(
            choice(Act.RUN, "the night of the date"),
            choice(Act.RUN_PENDING, "every date that waits, up to this one"),
            choice(Act.ACCEPT_SAME_FEED, "the night of the date, with a file that an earlier night has brought"),
            choice(Act.ACCEPT_SHRUNK_FEEDS, "the night of the date, with feeds that have shrunk"),
            choice(Act.ACCEPT_RENUMBERED, "the night of the date, with lines that are known under other numbers"),
            choice(Act.RUN_AFTER_RESTORE, "nights that a restored database does not know, then the date"));

    /** @param refusal null where nothing was typed that is no date */
    record View(List<Choice> choices, String date, @Nullable String refusal) {}

    record Choice(String value, String text, boolean checked) {}

    private static Choice choice(Act act, String text) {
        return new Choice(AccessMatrix.segment(act), text, act == Act.RUN);
    }

    @GetMapping("/start")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(name = "date", defaultValue = "") String date,
            @RequestParam(name = "what", defaultValue = "") String what) {
        Optional<LocalDate> day = Dates.parse(date.strip());
        boolean known = CHOICES.stream().anyMatch(choice -> choice.value().equals(what));
        if (day.isPresent() && known) {
            return SeeOther.at("/nights/%s/%s".formatted(day.get(), what));
        }
        return pages.show("start", Frame.of(request, "Start"), new View(CHOICES, shown(date), refusal(date, day)));
    }

    private static @Nullable String refusal(String date, Optional<LocalDate> day) {
        return date.isEmpty() || day.isPresent() ? null : "That is no date; write it as in 2026-11-25.";
    }

    private String shown(String date) {
        return date.isEmpty() ? LocalDate.now(clock).minusDays(1).toString() : date;
    }
}
