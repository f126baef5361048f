package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nightfill.adapter.web.Flash;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.console.account.NewAccountPage.Choice;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.Signer;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.token.ManageTokens;
import nightfill.application.token.ManageTokens.Made;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an admin makes a token for a program. */
@Controller
public record NewTokenPage(
        Pages pages, ManageTokens tokens, FreshFactor factor, Recorded recorded, ProblemWording wording) {

    private static final String PATH = "/new-token";

    /** What was typed. */
    record View(
            String client,
            List<Choice> roles,
            FreshFactor.@Nullable Asked asksFactor,
            @Nullable String refusal) {}

    @GetMapping(PATH)
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        return show(HttpStatus.OK, request, "", Role.VIEWER.title(), null);
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status, HttpServletRequest request, String client, String role, @Nullable String refusal) {
        View view = new View(client, NewAccountPage.roles(role), factor.asked(request), refusal);
        return pages.show(status, "new-token", Frame.of(request, "Make a token"), view);
    }

    @PostMapping(PATH)
    public ResponseEntity<byte[]> make(
            HttpServletRequest request,
            @RequestParam(name = "client", defaultValue = "") String client,
            @RequestParam(name = "role", defaultValue = "") String role) {
        try {
            AccountName parsed = NewAccountPage.name(client);
            Role given = NewAccountPage.role(role);
            factor.require(request);
            Made made = recorded.work(
                    Signer.of(request),
                    "token make " + given.title(),
                    parsed.text(),
                    () -> tokens.make(parsed, given),
                    done -> "%s (%s) has a token".formatted(parsed, given.title()));
            Flash.leave(
                    request,
                    TokensPage.PATH,
                    "%s has a token as %s. Keep it where that program finds it; it is shown this once:"
                            .formatted(parsed, given.title()),
                    List.of(made.secret().text()));
            return SeeOther.at(TokensPage.PATH);
        } catch (Problem problem) {
            String why = "Nothing was done: " + wording.line(problem) + ".";
            return show(AccountActWords.status(problem), request, client, role, why);
        }
    }
}
