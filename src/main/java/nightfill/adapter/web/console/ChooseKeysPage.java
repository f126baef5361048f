package nightfill.adapter.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.QrCode;
import nightfill.application.access.Chosen;
import nightfill.application.access.Completed;
import nightfill.application.access.MakeKeys;
import nightfill.application.access.RedeemInvitation;
import nightfill.application.access.SetUp;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.SecretCode;
import nightfill.domain.access.Totp;
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
public record ChooseKeysPage(
        Pages pages, SetUp setUp, RedeemInvitation invitations, MakeKeys keys, ProblemWording wording) {

    private static final String FACTOR = "factor";
    private static final AccountName SOMEBODY = new AccountName("console");

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

    /**
     * @param first whether it is for the first admin
     * @param secret of the factor, in groups
     */
    record View(
            boolean first,
            String action,
            Form typed,
            String secret,
            QrCode qr,
            @Nullable String refusal) {}

    /** The recovery codes, which are shown this once. */
    record Done(String name, List<String> codes) {}

    @GetMapping({"/set-up", "/join"})
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        return show(HttpStatus.OK, request, new Form("", "", "", ""), null);
    }

    @PostMapping("/set-up")
    public ResponseEntity<byte[]> create(HttpServletRequest request, @ModelAttribute Form form) {
        return complete(request, form, chosen -> setUp.create(form.code(), name(form), chosen));
    }

    @PostMapping("/join")
    public ResponseEntity<byte[]> redeem(HttpServletRequest request, @ModelAttribute Form form) {
        return complete(request, form, chosen -> invitations.redeem(form.code(), chosen));
    }

    /** Makes an account of what was chosen. */
    private interface Completion {
        Completed of(Chosen chosen);
    }

    private ResponseEntity<byte[]> complete(HttpServletRequest request, Form form, Completion completion) {
        try {
            Completed completed = completion.of(new Chosen(form.password(), factor(request), form.digits()));
            request.getSession().removeAttribute(FACTOR);
            return pages.show("keys-chosen", Frame.of(request, "Recovery codes"), done(completed));
        } catch (Problem problem) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, request, form, wording.line(problem));
        }
    }

    private static Done done(Completed completed) {
        return new Done(
                completed.account().name().text(),
                completed.recovery().codes().stream().map(SecretCode::shown).toList());
    }

    private static AccountName name(Form form) {
        return AccountName.parse(form.name())
                .orElseThrow(() -> Problem.refused(
                        "the name has 1 to 64 letters, digits and . _ - @, and begins with a letter or digit",
                        Remedy.mend("choose such a name")));
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status, HttpServletRequest request, Form typed, @Nullable String refusal) {
        boolean first = request.getRequestURI().equals("/set-up");
        Totp factor = factor(request);
        AccountName name = AccountName.parse(typed.name()).orElse(SOMEBODY);
        View view = new View(
                first,
                request.getRequestURI(),
                typed,
                factor.secret().replaceAll("(.{4})(?!$)", "$1 "),
                QrCode.of(factor.uri(name)),
                refusal);
        return pages.show(status, "choose-keys", Frame.of(request, first ? "Set up" : "Join"), view);
    }

    /** The one that this session was shown; it stays the same until it is taken, so that it can be typed in peace. */
    private Totp factor(HttpServletRequest request) {
        HttpSession session = request.getSession();
        return Optional.ofNullable(session.getAttribute(FACTOR))
                .map(secret -> new Totp(secret.toString()))
                .orElseGet(() -> {
                    Totp made = keys.newFactor();
                    session.setAttribute(FACTOR, made.secret());
                    return made;
                });
    }
}
