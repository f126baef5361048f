package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import nightfill.application.access.Account;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import org.springframework.security.core.Authentication;

/**
 * Whose session it is.
 *
 * @param version of the account when it logged in, or last changed itself; a later one has ended the session
 * @param since when it logged in
 */
public record Visitor(String name, Role role, long version, Instant since) implements Principal, Serializable {

    static Visitor of(Account account, Instant since) {
        return new Visitor(account.name().text(), account.role(), account.version(), since);
    }

    /**
     * Who is logged in.
     *
     * @throws IllegalStateException when nobody is, which the matrix of who may do what prevents
     */
    public static Visitor of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("nobody is logged in");
    }

    @Override
    public String getName() {
        return name;
    }

    public AccountName accountName() {
        return new AccountName(name);
    }

    /**
     * Whether the account is still as it was when it logged in, or last changed itself.
     *
     * @param lagging whether the accounts may be older than that
     */
    boolean isStill(Map<AccountName, Account> accounts, boolean lagging) {
        Account account = accounts.get(accountName());
        if (account == null || account.version() < version) {
            return lagging;
        }
        return account.version() == version && account.enabled();
    }
}
