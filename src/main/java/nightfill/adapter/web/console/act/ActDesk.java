package nightfill.adapter.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.Wanted;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.Signer;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.act.Acts;
import nightfill.application.act.Acts.AskedFor;
import nightfill.application.act.Answer;
import nightfill.application.act.Answer.Begun;
import nightfill.application.act.Answer.Changed;
import nightfill.application.act.Preview;
import nightfill.application.act.RunTarget;
import nightfill.application.act.Target;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.sampling.Samples;
import nightfill.application.sampling.Sampling;
import nightfill.application.sampling.Snapshot;
import nightfill.application.watch.RunView;
import nightfill.domain.access.Act;
import nightfill.domain.access.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Shows an act before it is done, and has it done; what is refused comes back as the same page, with the reason. */
public final class ActDesk {

    private final Pages pages;
    private final Acts acts;
    private final FreshFactor factor;
    private final ProblemWording wording;
    private final Clock clock;
    private final Samples<Long, Optional<AskedFor>> asked;

    public ActDesk(Pages pages, Acts acts, FreshFactor factor, ProblemWording wording, Sampling sampling, Clock clock) {
        this.pages = pages;
        this.acts = acts;
        this.factor = factor;
        this.wording = wording;
        this.clock = clock;
        this.asked = sampling.of(acts::asked);
    }

    /** What the person of a request may do about a run, and what came of what they did, if the address says so. */
    public ActsSheet of(
            HttpServletRequest request,
            Snapshot<?> known,
            RunView run,
            Optional<Instant> deadline,
            Optional<AuditEntry> starting) {
        RunTarget target = new RunTarget(run);
        String inTheWay = known.gone()
                ? "the database does not answer"
                : starting.map(Acts::reason).orElse(null);
        return new ActLines(target, Visitor.of(request).role(), inTheWay, ending(target, known, deadline))
                .sheet(asked(request, starting));
    }

    /** What is said of a restart: how long it takes, until when, and how that is to the deadline; null where that is not known. */
    private @Nullable String ending(RunTarget target, Snapshot<?> known, Optional<Instant> deadline) {
        Clock then = Clock.fixed(known.at(), clock.getZone());
        return ActSheet.until(target.expected(Act.RESTART), then, deadline);
    }

    /** The request that the address names; null where it names none. */
    public @Nullable AskedSheet asked(HttpServletRequest request) {
        return asked(request, Optional.empty());
    }

    private @Nullable AskedSheet asked(HttpServletRequest request, Optional<AuditEntry> starting) {
        return named(request)
                .map(found -> AskedSheet.of(found.request(), found.answer(), clock.getZone()))
                .or(() -> starting.map(entry -> AskedSheet.of(entry, Optional.empty(), clock.getZone())))
                .orElse(null);
    }

    private Optional<AskedFor> named(HttpServletRequest request) {
        String id = Optional.ofNullable(request.getParameter("asked")).orElse("");
        return Optional.of(id)
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .flatMap(known -> asked.get(known, Wanted.since(request, clock)).value());
    }

    ResponseEntity<byte[]> show(HttpServletRequest request, Act act, Target target) {
        return show(
                HttpStatus.OK,
                request,
                acts.preview(act, target, ActForm.in(request).place()),
                null);
    }

    private ResponseEntity<byte[]> show(
            HttpStatus status, HttpServletRequest request, Preview preview, @Nullable String refusal) {
        FreshFactor.@Nullable Asked asked = preview.act().needsFreshFactor() ? factor.asked(request) : null;
        ActSheet sheet = ActSheet.of(preview, ActForm.in(request), asked, refusal, clock);
        return pages.show(status, "act", Frame.of(request, sheet.top().heading()), sheet);
    }

    ResponseEntity<byte[]> press(HttpServletRequest request, Act act, Target target) {
        ActForm form = ActForm.in(request);
        try {
            Answer answer = ask(request, form, act, target);
            return answer instanceof Begun begun
                    ? SeeOther.at(ActPaths.back(target) + "?asked=" + begun.asked())
                    : refused(HttpStatus.CONFLICT, request, act, target, reason(answer));
        } catch (Problem problem) {
            HttpStatus status = problem.kind() == Problem.Kind.FAILED
                    ? HttpStatus.SERVICE_UNAVAILABLE
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            return refused(status, request, act, target, wording.line(problem));
        }
    }

    private Answer ask(HttpServletRequest request, ActForm form, Act act, Target target) {
        var press = form.press(act, Signer.of(request), target);
        if (act.needsFreshFactor()) {
            factor.require(request);
        }
        return acts.ask(press, target);
    }

    private String reason(Answer answer) {
        return answer instanceof Changed changed
                ? new ChangedWords(changed, clock.getZone()).text()
                : ((Answer.Refused) answer).reason();
    }

    private ResponseEntity<byte[]> refused(
            HttpStatus status, HttpServletRequest request, Act act, Target target, String reason) {
        return show(
                status, request, acts.preview(act, target, ActForm.in(request).placeShown()), reason);
    }
}
