package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Notice;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.Account;
import nightfill.application.access.LastLogIns;
import nightfill.application.access.ManageAccounts;
import nightfill.domain.access.AccountName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who may use the console, and what an admin can do about each. */
@Controller
public record AccountsPage(Pages pages, ManageAccounts accounts, LastLogIns lastLogIns, ZoneId zone) {

    static final Notice NONE = new Notice("There is no such account", "Look at the list of accounts.");

    record ListView(List<AccountLine> accounts, String zone) {}

    /** @param own whether it is that of whoever looks, who changes it elsewhere */
    record View(AccountLine account, String may, boolean own, List<Line> acts) {}

    /** An act, or why there is none. */
    record Line(String title, String path, @Nullable String whyNot) {

        static Line of(AccountAct act, Account account) {
            return new Line(
                    Sentences.begun(act.title(account.name())),
                    AccountLine.path(account.name()) + "/" + act.path(),
                    act.whyNot(account).orElse(null));
        }
    }

    @GetMapping("/accounts")
    public ResponseEntity<byte[]> list(HttpServletRequest request) {
        Map<String, Instant> seen = lastLogIns.byName();
        List<AccountLine> lines = accounts.list().stream()
                .map(account -> AccountLine.of(account, seen(account, seen), zone))
                .toList();
        return pages.show("accounts", Frame.of(request, "Accounts"), new ListView(lines, zone.getId()));
    }

    @GetMapping("/accounts/{name}")
    public ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable String name) {
        return AccountName.parse(name)
                .flatMap(accounts::find)
                .map(account -> pages.show(
                        "account-of", Frame.of(request, account.name().text()), view(account, request)))
                .orElseGet(() -> pages.show(HttpStatus.NOT_FOUND, request, NONE));
    }

    private View view(Account account, HttpServletRequest request) {
        return new View(
                AccountLine.of(account, seen(account, lastLogIns.byName()), zone),
                RoleWords.may(account.role()),
                Visitor.of(request).isOf(account.name()),
                Stream.of(AccountAct.values()).map(act -> Line.of(act, account)).toList());
    }

    private static Optional<Instant> seen(Account account, Map<String, Instant> seen) {
        return Optional.ofNullable(seen.get(account.name().text()));
    }
}
