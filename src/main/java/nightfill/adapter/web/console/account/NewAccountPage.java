package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.Flash;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.Signer;
import nightfill.application.access.ManageAccounts;
import nightfill.application.access.ManageAccounts.Invited;
import nightfill.application.problem.Problem;
import nightfill.application.problem.ProblemWording;
import nightfill.application.problem.Remedy;
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

/** Where an admin invites somebody. */
@Controller
public record NewAccountPage(
        Pages pages, ManageAccounts accounts, FreshFactor factor, Recorded recorded, ProblemWording wording) {

    /** What was typed. */
    record View(
            String name,
            List<Choice> roles,
            long hours,
            FreshFactor.@Nullable Asked asksFactor,
            @Nullable String refusal) {}

    record Choice(String role, String may, boolean chosen) {}

    @GetMapping("/new-account")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        return show(HttpStatus.OK, request, "", Role.VIEWER.title(), null);
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status, HttpServletRequest request, String name, String role, @Nullable String refusal) {
        View view = new View(name, roles(role), ManageAccounts.VALIDITY.toHours(), factor.asked(request), refusal);
        return pages.show(status, "new-account", Frame.of(request, "Add an account"), view);
    }

    static List<Choice> roles(String chosen) {
        return Stream.of(Role.values())
                .map(each -> new Choice(
                        each.title(), RoleWords.may(each), each.title().equals(chosen)))
                .toList();
    }

    @PostMapping("/new-account")
    public ResponseEntity<byte[]> add(
            HttpServletRequest request,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "role", defaultValue = "") String role) {
        try {
            AccountName parsed = name(name);
            Role given = role(role);
            factor.require(request);
            Invited invited = recorded.work(
                    Signer.of(request),
                    "account add " + given.title(),
                    parsed.text(),
                    () -> accounts.add(parsed, given),
                    added -> "%s (%s) is invited".formatted(parsed, given.title()));
            Flash.leave(
                    request,
                    AccountLine.path(parsed),
                    "%s is invited as %s. Hand this code over; it is shown this once, and is typed on the page Join:"
                            .formatted(parsed, given.title()),
                    List.of(invited.code().shown()));
            return SeeOther.at(AccountLine.path(parsed));
        } catch (Problem problem) {
            String why = "Nothing was done: " + wording.line(problem) + ".";
            return show(AccountActWords.status(problem), request, name, role, why);
        }
    }

    /** @throws Problem (refused) where it is no name */
    static AccountName name(String typed) {
        return AccountName.parse(typed)
                .orElseThrow(() -> Problem.refused(
                        "the name has 1 to 64 letters, digits and . _ - @, and begins with a letter or digit",
                        Remedy.mend("choose such a name")));
    }

    /** @throws Problem (refused) where it is no role */
    static Role role(String typed) {
        return Role.parse(typed).orElseThrow(() -> Problem.refused("no role was chosen", Remedy.mend("choose one")));
    }
}
