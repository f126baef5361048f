package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Flash;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.OwnSession;
import nightfill.adapter.web.security.Signer;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.AccessTrail;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.domain.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows what a change of one's own account will do, and does it. */
@Controller
public record OwnActPage(
        Pages pages, OwnKeys own, FreshFactor fresh, Recorded recorded, AccessTrail trail, ProblemWording wording) {

    private static final Notice NONE = new Notice("There is no such page", "Nothing was done.");
    private static final Notice ELSEWHERE = new Notice(
            "Your password and second factor are not kept here",
            "Nothing was done. Change them where you log in; for the console you have no account.");

    /** @param factor the new one, where one is enrolled */
    record View(
            Text text,
            boolean password,
            OfferedFactor.@Nullable Shown factor,
            FreshFactor.@Nullable Asked asksFactor,
            @Nullable String refusal) {}

    record Text(String title, String action, List<String> will, List<String> willNot) {

        static Text of(OwnAct act) {
            return new Text(act.title(), "/account/" + act.path(), act.effects(), OwnAct.UNTOUCHED);
        }
    }

    @GetMapping("/account/{act}")
    public ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String act) {
        return own(request, act)
                .map(known -> show(HttpStatus.OK, request, known, null))
                .orElseGet(() -> none(request));
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status, HttpServletRequest request, OwnAct act, @Nullable String refusal) {
        View view = new View(
                Text.of(act),
                act == OwnAct.PASSWORD,
                act == OwnAct.FACTOR ? own.offered(request) : null,
                fresh.asked(request),
                refusal);
        return pages.show(status, "own-act", Frame.of(request, act.title()), view);
    }

    @PostMapping("/account/{act}")
    public ResponseEntity<byte[]> act(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String act) {
        return own(request, act).map(known -> act(request, response, known)).orElseGet(() -> {
            OwnAct.of(act).ifPresent(known -> refuse(request, known));
            return none(request);
        });
    }

    /** Of somebody without an account. */
    private void refuse(HttpServletRequest request, OwnAct act) {
        Actor who = Signer.of(request);
        trail.refused(who, act.act(), who.name(), "password and second factor are not kept here");
    }

    private static Optional<OwnAct> own(HttpServletRequest request, String act) {
        return Visitor.of(request).accountName().flatMap(name -> OwnAct.of(act));
    }

    private ResponseEntity<byte[]> none(HttpServletRequest request) {
        boolean elsewhere = Visitor.of(request).accountName().isEmpty();
        return pages.show(HttpStatus.NOT_FOUND, request, elsewhere ? ELSEWHERE : NONE);
    }

    private ResponseEntity<byte[]> act(HttpServletRequest request, HttpServletResponse response, OwnAct act) {
        try {
            fresh.require(request);
            OwnKeys.Done done =
                    OwnSession.changing(request, response, () -> change(request, act), OwnKeys.Done::account);
            Flash.leave(request, "/account", act.message(), done.codes());
            return SeeOther.at("/account");
        } catch (Problem problem) {
            String why = "Nothing was done: " + wording.line(problem) + ".";
            return show(AccountActWords.status(problem), request, act, why);
        }
    }

    private OwnKeys.Done change(HttpServletRequest request, OwnAct act) {
        return recorded.work(
                Signer.of(request),
                act.act(),
                Visitor.of(request).name(),
                () -> own.change(request, act),
                changed -> "done, and the other sessions have ended");
    }
}
