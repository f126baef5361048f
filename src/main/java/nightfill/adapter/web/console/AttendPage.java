package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.NoRun;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.RunAddress;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.console.AttentionSheet.TroubleLine;
import nightfill.adapter.web.security.Signer;
import nightfill.application.look.RunFiles;
import nightfill.application.look.RunFiles.Recorded;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.ProblemWording;
import nightfill.application.watch.NeedsAttention.Trouble;
import nightfill.application.watch.SignNote;
import nightfill.application.watch.SignNote.Note;
import nightfill.domain.run.RunName;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody signs a note about a night in trouble, so that it needs attention no more. */
@Controller
public record AttendPage(Pages pages, RunFiles runs, SignNote notes, ProblemWording wording, ZoneId zone) {

    static final String PATH = "/nights/{date}/{number}/attend";

    /**
     * The form.
     *
     * @param id of the attempt that is shown
     * @param trouble null where the night needs no attention
     * @param refusal why the last try came to nothing; null where there was none
     */
    record View(
            String path,
            @Nullable TroubleLine trouble,
            String id,
            String note,
            @Nullable String refusal) {}

    @GetMapping(PATH)
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String date, @PathVariable String number) {
        return run(date, number)
                .map(run -> show(HttpStatus.OK, request, run, "", null))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }

    /** A note about the attempt that was shown, and no other. */
    @PostMapping(PATH)
    public ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            @PathVariable String date,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") String attempt,
            @RequestParam(defaultValue = "") String note) {
        return run(date, number)
                .map(run -> sign(request, run, attempt, note))
                .orElseGet(() -> NoRun.show(pages, request, date, number));
    }

    /** Of which there is one. */
    private Optional<RunName> run(String date, String number) {
        return RunAddress.parse(date, number).flatMap(runs::of).map(Recorded::name);
    }

    private ResponseEntity<byte[]> sign(HttpServletRequest request, RunName run, String attempt, String note) {
        if (!attempt.matches("[0-9]{1,18}")) {
            return show(HttpStatus.CONFLICT, request, run, note, "The form was not filled in by this page.");
        }
        try {
            notes.sign(new Note(run, Long.parseLong(attempt), note), Signer.of(request), AttendPage::warn);
        } catch (Problem problem) {
            HttpStatus status = problem.kind() == Kind.USAGE ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
            return show(status, request, run, note, wording.line(problem));
        }
        return SeeOther.at(RunAddress.of(run).path());
    }

    private static void warn(RuntimeException unnoted) {
        LoggerFactory.getLogger(AttendPage.class).warn("the outcome of a note cannot be noted", unnoted);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, HttpServletRequest request, RunName run, String note, @Nullable String refusal) {
        Optional<Trouble> trouble = notes.trouble(run);
        View view = new View(
                RunAddress.of(run).path(),
                trouble.map(found -> TroubleLine.of(found, zone)).orElse(null),
                Long.toString(trouble.map(Trouble::attemptId).orElse(0L)),
                note,
                refusal);
        return pages.show(status, "attend", Frame.of(request, "Sign a note"), view);
    }
}
