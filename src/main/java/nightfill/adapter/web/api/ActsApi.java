package nightfill.adapter.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nightfill.adapter.web.Problems;
import nightfill.adapter.web.bearer.Client;
import nightfill.adapter.web.security.AccessMatrix;
import nightfill.application.access.Audited;
import nightfill.application.act.Acts;
import nightfill.application.act.Answer;
import nightfill.application.act.Answer.Begun;
import nightfill.application.act.Answer.Refused;
import nightfill.application.act.Press;
import nightfill.application.act.Preview;
import nightfill.application.act.Seen;
import nightfill.application.act.Target;
import nightfill.application.act.Verdict.Impossible;
import nightfill.application.act.Verdict.Possible;
import nightfill.domain.access.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be done to nights: what it would do, and having it done once, to what was seen. */
@RestController
public record ActsApi(Acts acts) {

    private static final String RUN = "/api/nights/{date}/{number}/";
    private static final String DATE = "/api/nights/{date}/";

    /**
     * What an act would do now.
     *
     * @param reason why it cannot be done now; null where it can
     * @param command the same on the command line; empty where it is not possible
     * @param seen to be sent back by who has it done
     */
    record Shown(
            String act,
            @Nullable String reason,
            List<String> effects,
            List<String> untouched,
            String command,
            String seen) {

        private static Shown of(Preview preview) {
            Possible possible = preview.verdict() instanceof Possible it ? it : new Possible(List.of(), List.of());
            return new Shown(
                    AccessMatrix.segment(preview.act()),
                    preview.verdict() instanceof Impossible no ? no.reason() : null,
                    possible.effects(),
                    possible.untouched(),
                    preview.command(),
                    preview.seen().text());
        }
    }

    /**
     * Has an act done.
     *
     * @param seen what was shown of it
     * @param note why, for the audit trail; some acts take one
     * @param directory to publish in, where the act is about one
     */
    record Pressed(
            @Nullable String seen,
            @Nullable String note,
            @Nullable String directory) {}

    /** The request, as the audit trail has it; what comes of it is at {@code href}. */
    record Accepted(long request, String href) {}

    @GetMapping({RUN + "restart", RUN + "stop", RUN + "take-over", RUN + "abandon", RUN + "correct", RUN + "publish"})
    public Shown showForRun(
            HttpServletRequest request,
            @PathVariable String date,
            @PathVariable String number,
            @RequestParam(name = "directory", required = false) @Nullable String directory) {
        return shown(request, run(date, number), directory);
    }

    @PostMapping({RUN + "restart", RUN + "stop", RUN + "take-over", RUN + "abandon", RUN + "correct", RUN + "publish"})
    public ResponseEntity<Accepted> doForRun(
            HttpServletRequest request,
            @PathVariable String date,
            @PathVariable String number,
            @RequestBody Pressed pressed) {
        return done(request, run(date, number), pressed);
    }

    @GetMapping({
        DATE + "run",
        DATE + "accept-the-same-feed",
        DATE + "accept-shrunk-feeds",
        DATE + "accept-renumbered-lines",
        DATE + "run-pending-dates",
        DATE + "run-after-a-restore"
    })
    public Shown showForDate(HttpServletRequest request, @PathVariable String date) {
        return shown(request, acts.date(Parameters.date("date", date)), null);
    }

    @PostMapping({
        DATE + "run",
        DATE + "accept-the-same-feed",
        DATE + "accept-shrunk-feeds",
        DATE + "accept-renumbered-lines",
        DATE + "run-pending-dates",
        DATE + "run-after-a-restore"
    })
    public ResponseEntity<Accepted> doForDate(
            HttpServletRequest request, @PathVariable String date, @RequestBody Pressed pressed) {
        return done(request, acts.date(Parameters.date("date", date)), pressed);
    }

    private Target run(String date, String number) {
        return acts.run(Parameters.run(date, number)).orElseThrow(() -> Parameters.noRun(date, number));
    }

    private Shown shown(HttpServletRequest request, Target target, @Nullable String directory) {
        return Shown.of(acts.preview(AccessMatrix.act(request), target, place(directory)));
    }

    private ResponseEntity<Accepted> done(HttpServletRequest request, Target target, Pressed pressed) {
        Answer answer = acts.ask(press(request, pressed), target);
        if (answer instanceof Begun begun) {
            String href = "/api/requests/" + begun.asked();
            return ResponseEntity.accepted().location(URI.create(href)).body(new Accepted(begun.asked(), href));
        }
        throw Problems.failure(
                HttpStatus.CONFLICT,
                answer instanceof Refused refused
                        ? refused.reason() + "; nothing was done"
                        : "it is not as it was when it was seen; nothing was done; look again");
    }

    private static Press press(HttpServletRequest request, Pressed pressed) {
        Act act = AccessMatrix.act(request);
        Seen seen = Seen.parse(Objects.toString(pressed.seen(), ""))
                .orElseThrow(() -> Problems.failure(
                        HttpStatus.BAD_REQUEST, "seen is not what GET of the same address shows; nothing was done"));
        String note = Objects.toString(pressed.note(), "").strip();
        if (act.needsNote() && note.isEmpty()) {
            throw Problems.failure(
                    HttpStatus.BAD_REQUEST,
                    "it takes a note, which says why to whoever reads the audit trail; nothing was done");
        }
        if (note.length() > Audited.LONGEST_NOTE) {
            throw Problems.failure(
                    HttpStatus.BAD_REQUEST,
                    "note is longer than %d characters; nothing was done".formatted(Audited.LONGEST_NOTE));
        }
        return new Press(act, Client.actor(request), seen, note, place(pressed.directory()));
    }

    private static Optional<Path> place(@Nullable String directory) {
        try {
            return Optional.ofNullable(directory)
                    .filter(text -> !text.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException e) {
            throw Problems.failure(HttpStatus.BAD_REQUEST, "directory can be none");
        }
    }
}
