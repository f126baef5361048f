package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nightfill.adapter.web.Flash;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.SeeOther;
import nightfill.adapter.web.security.FreshFactor;
import nightfill.adapter.web.security.Signer;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.Account;
import nightfill.application.access.ManageAccounts;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.SecretCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what an act will do to an account, and does it to the account that was shown, or not at all. */
@Controller
public record AccountActPage(
        Pages pages, ManageAccounts accounts, FreshFactor factor, Recorded recorded, AccountActWords words) {

    private static final String OWN = "this is your own account";

    /**
     * An act on an account.
     *
     * @param whyNot in place of the button
     */
    record View(
            Text text,
            AccountPlace place,
            FreshFactor.@Nullable Asked asksFactor,
            @Nullable String whyNot,
            @Nullable String refusal) {}

    record Text(String title, List<String> will, List<String> willNot) {

        static Text of(AccountAct act, Account account) {
            return new Text(
                    Sentences.begun(act.title(account.name())), act.effects(account), List.of(act.not(account)));
        }
    }

    /** Where the act is pressed, and for which version of the account. */
    record AccountPlace(String name, String path, String action, long seen) {

        static AccountPlace of(AccountAct act, Account account) {
            String path = AccountLine.path(account.name());
            return new AccountPlace(account.name().text(), path, path + "/" + act.path(), account.version());
        }
    }

    @GetMapping("/accounts/{name}/{act}")
    public ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable String name, @PathVariable String act) {
        return found(name)
                .flatMap(account -> AccountAct.of(act).map(known -> show(HttpStatus.OK, request, account, known, null)))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, request, AccountsPage.NONE));
    }

    private Optional<Account> found(String name) {
        return AccountName.parse(name).flatMap(accounts::find);
    }

    private ResponseEntity<byte[]> show(
            HttpStatusCode status,
            HttpServletRequest request,
            Account account,
            AccountAct act,
            @Nullable String refusal) {
        Text text = Text.of(act, account);
        View view = new View(
                text,
                AccountPlace.of(act, account),
                factor.asked(request),
                whyNot(request, account, act).orElse(null),
                refusal);
        return pages.show(status, "account-act", Frame.of(request, text.title()), view);
    }

    private static Optional<String> whyNot(HttpServletRequest request, Account account, AccountAct act) {
        return Visitor.of(request).isOf(account.name()) ? Optional.of(OWN) : act.whyNot(account);
    }

    @PostMapping("/accounts/{name}/{act}")
    public ResponseEntity<byte[]> act(
            HttpServletRequest request,
            @PathVariable String name,
            @PathVariable String act,
            @RequestParam(name = "seen", defaultValue = "0") long seen) {
        return found(name)
                .flatMap(account -> AccountAct.of(act).map(known -> act(request, account, known, seen)))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, request, AccountsPage.NONE));
    }

    private ResponseEntity<byte[]> act(HttpServletRequest request, Account account, AccountAct act, long seen) {
        try {
            factor.require(request);
            AccountAct.Done done = recorded.work(
                    Signer.of(request),
                    act.act(),
                    account.name().text(),
                    () -> accounts.asSeen(account.name(), seen, () -> work(request, account.name(), act)),
                    changed -> words.line(changed.account()));
            List<String> codes = done.code().map(SecretCode::shown).stream().toList();
            String path = AccountLine.path(account.name());
            Flash.leave(request, path, words.message(act.title(account.name()), done), codes);
            return SeeOther.at(path);
        } catch (Problem problem) {
            HttpStatus status = AccountActWords.status(problem);
            Account now = accounts.find(account.name()).orElseThrow();
            return show(status, request, now, act, words.refusal(problem, now));
        }
    }

    private AccountAct.Done work(HttpServletRequest request, AccountName name, AccountAct act) {
        whyNot(request, accounts.find(name).orElseThrow(), act).ifPresent(why -> {
            throw Problem.refused(why, Remedy.mend("look again"));
        });
        return act.to(accounts, name);
    }
}
