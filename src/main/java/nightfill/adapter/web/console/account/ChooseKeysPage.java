package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.application.access.Chosen;
import nightfill.application.access.Completed;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.SecretCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where somebody who brings a code chooses a password and a second factor: the first admin, and whoever was invited. */
@Controller
public record ChooseKeysPage(Pages pages, CodeBearers bearers, OfferedFactor factor, ProblemWording wording) {

    private static final AccountName SOMEBODY = new AccountName("console");
    private static final Notice SET_UP = new Notice(
            "There is nothing to set up",
            "Somebody has an account already, or no setup code is valid any more: restart the console for another one.");

    /** What was typed. */
    public record Form(String code, String name, String password, String digits) {

        public Form {
            code = orEmpty(code);
            name = orEmpty(name);
            password = orEmpty(password);
            digits = orEmpty(digits);
        }

        private static String orEmpty(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        /** Nothing that a log may not show. */
        @Override
        public String toString() {
            return "a form";
        }
    }

    /** @param first whether it is for the first admin */
    record View(
            boolean first,
            String action,
            Form typed,
            OfferedFactor.Shown factor,
            @Nullable String refusal) {}

    /** The recovery codes, which are shown this once. */
    record Done(String name, List<String> codes) {

        static Done of(Completed completed) {
            return new Done(
                    completed.account().name().text(),
                    completed.recovery().codes().stream().map(SecretCode::shown).toList());
        }
    }

    @GetMapping({"/set-up", "/join"})
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        return isFirst(request) && !bearers.isSetUpOpen()
                ? pages.show(HttpStatus.NOT_FOUND, request, SET_UP)
                : show(HttpStatus.OK, request, new Form("", "", "", ""), null);
    }

    private static boolean isFirst(HttpServletRequest request) {
        return request.getRequestURI().equals("/set-up");
    }

    @PostMapping("/set-up")
    public ResponseEntity<byte[]> create(HttpServletRequest request, @ModelAttribute Form form) {
        return complete(
                request,
                form,
                chosen ->
                        bearers.setUp(request.getRemoteAddr(), form.code(), NewAccountPage.name(form.name()), chosen));
    }

    @PostMapping("/join")
    public ResponseEntity<byte[]> redeem(HttpServletRequest request, @ModelAttribute Form form) {
        return complete(request, form, chosen -> bearers.join(request.getRemoteAddr(), form.code(), chosen));
    }

    private ResponseEntity<byte[]> complete(
            HttpServletRequest request, Form form, Function<Chosen, Completed> completion) {
        try {
            Chosen chosen = new Chosen(form.password(), factor.of(request), form.digits());
            Completed completed = completion.apply(chosen);
            factor.taken(request);
            return pages.show("keys-chosen", Frame.of(request, "Recovery codes"), Done.of(completed));
        } catch (Problem problem) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, form, wording.line(problem));
        }
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status, HttpServletRequest request, Form typed, @Nullable String refusal) {
        boolean first = isFirst(request);
        AccountName name = AccountName.parse(typed.name()).orElse(SOMEBODY);
        View view = new View(first, request.getRequestURI(), typed, factor.shown(request, name), refusal);
        return pages.show(status, "choose-keys", Frame.of(request, first ? "Set up" : "Join"), view);
    }
}
