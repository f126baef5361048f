package nightfill.adapter.web.console.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import nightfill.application.access.Account;
import nightfill.domain.access.AccountName;
import nightfill.view.AccountWords;
import nightfill.view.Moments;
import org.jspecify.annotations.Nullable;

/**
 * An account as lists and its own page show it.
 *
 * @param seen when somebody logged in to it last
 */
record AccountLine(String name, String path, String role, String state, Seen seen) {

    /** A moment in the zone of the console, and in UTC. */
    record Seen(String here, String inUtc) {

        static Seen of(@Nullable Instant moment, ZoneId zone) {
            return moment == null
                    ? new Seen("none known", "")
                    : new Seen(Moments.exactly(moment, zone), Moments.inUtc(moment));
        }
    }

    static AccountLine of(Account account, Optional<Instant> seen, ZoneId zone) {
        return new AccountLine(
                account.name().text(),
                path(account.name()),
                account.role().title(),
                state(account, zone),
                Seen.of(seen.orElse(null), zone));
    }

    static String state(Account account, ZoneId zone) {
        return AccountWords.state(account.enabled(), account.invitedUntil().orElse(null), zone);
    }

    static String path(AccountName name) {
        return "/accounts/" + URLEncoder.encode(name.text(), StandardCharsets.UTF_8);
    }
}
