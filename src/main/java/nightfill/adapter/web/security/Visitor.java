package nightfill.adapter.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nightfill.application.access.Account;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.ProvidedName;
import nightfill.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Whose session it is.
 *
 * @param version of the account when it logged in, or last changed itself; a later one has ended the session
 * @param since when it logged in
 * @param provided who vouches for it; null where it is an account's
 */
public record Visitor(
        String name,
        Role role,
        long version,
        Instant since,
        @Nullable Provided provided) implements Principal, Serializable {

    /**
     * An identity provider's word for somebody.
     *
     * @param provider what it is called here
     * @param proved when the person last proved to it who they are; long ago where it does not say so
     */
    public record Provided(String provider, Instant proved) implements Serializable {}

    Visitor(String name, Role role, long version, Instant since) {
        this(name, role, version, since, null);
    }

    /** Somebody without an account, whose role is that of the log-in as long as the session lasts. */
    public static Visitor of(ProvidedName name, Role role, Instant since, Provided provided) {
        return new Visitor(name.text(), role, 0, since, provided);
    }

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

    /** Nothing where somebody else vouches for the person. */
    public Optional<AccountName> accountName() {
        return provided == null ? Optional.of(new AccountName(name)) : Optional.empty();
    }

    public boolean isOf(AccountName account) {
        return accountName().filter(account::equals).isPresent();
    }

    /** When the person last proved who they are, by the log-in. */
    Instant proved() {
        return provided == null ? since : provided.proved();
    }

    /**
     * Whether the account, if there is one, is still as it was when it logged in, or last changed itself.
     *
     * @param lagging whether the accounts may be older than that
     */
    boolean isStill(Map<AccountName, Account> accounts, boolean lagging) {
        if (provided != null) {
            return true;
        }
        Account account = accounts.get(new AccountName(name));
        if (account == null || account.version() < version) {
            return lagging;
        }
        return account.version() == version && account.enabled();
    }
}
