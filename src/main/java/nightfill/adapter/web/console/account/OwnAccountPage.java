package nightfill.adapter.web.console.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import nightfill.adapter.web.Frame;
import nightfill.adapter.web.Pages;
import nightfill.adapter.web.security.Visitor;
import nightfill.application.access.Account;
import nightfill.application.access.Accounts;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.AccountName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody may know and change of the account that is theirs. */
@Controller
public record OwnAccountPage(Pages pages, Accounts accounts, ZoneId zone) {

    /**
     * @param recovery null for somebody without an account
     * @param provider who vouches for them; null for all others
     */
    record View(
            String name,
            Role role,
            AccountLine.Seen since,
            @Nullable Recovery recovery,
            @Nullable String provider,
            List<Line> acts) {}

    record Role(String title, String may) {}

    /** How many recovery codes are left. */
    record Recovery(int codes, boolean few) {}

    record Line(String title, String path) {}

    private static final int FEW = 3;

    @GetMapping("/account")
    public ResponseEntity<byte[]> show(HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        View view = new View(
                visitor.name(),
                new Role(visitor.role().title(), RoleWords.may(visitor.role())),
                AccountLine.Seen.of(visitor.since(), zone),
                visitor.accountName().map(this::recovery).orElse(null),
                visitor.provided() == null ? null : visitor.provided().provider(),
                Stream.of(OwnAct.values())
                        .map(act -> new Line(act.title(), "/account/" + act.path()))
                        .toList());
        return pages.show("own-account", Frame.of(request, "Your account"), view);
    }

    private Recovery recovery(AccountName name) {
        int codes = accounts.find(name)
                .flatMap(Account::keys)
                .map(Keys::recovery)
                .map(left -> left.size())
                .orElse(0);
        return new Recovery(codes, codes < FEW);
    }
}
