package nightfill.adapter.web.security;

import java.io.Serializable;
import java.security.Principal;
import nightfill.application.access.Account;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;

/**
 * Whose session it is.
 *
 * @param version of the account when it logged in; another one has ended the session
 */
public record Visitor(String name, Role role, long version) implements Principal, Serializable {

    static Visitor of(Account account) {
        return new Visitor(account.name().text(), account.role(), account.version());
    }

    @Override
    public String getName() {
        return name;
    }

    public AccountName accountName() {
        return new AccountName(name);
    }

    /** Whether the account is still as it was when it logged in. */
    boolean isStill(Account account) {
        return account.enabled() && account.version() == version;
    }
}
