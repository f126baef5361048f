package nightfill.application.access;

import java.time.Instant;
import java.util.Optional;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;

/**
 * A person who may use the console.
 *
 * @param version rises with every change; a session of an earlier version has ended
 */
public record Account(AccountName name, Role role, boolean enabled, Credentials credentials, long version) {

    static Account of(AccountName name, Role role, Credentials credentials) {
        return new Account(name, role, true, credentials, 1);
    }

    /** The keys, once the person has chosen some. */
    public Optional<Keys> keys() {
        return credentials instanceof Keys keys ? Optional.of(keys) : Optional.empty();
    }

    /** Until when its person may choose keys, where they have none. */
    public Optional<Instant> invitedUntil() {
        return credentials instanceof Invitation invitation ? Optional.of(invitation.until()) : Optional.empty();
    }

    /** The keys that count now. */
    Optional<Keys> usableKeys() {
        return keys().filter(keys -> enabled);
    }

    /** Whether it is an admin's, who can log in. */
    boolean isUsableAdmin() {
        return role == Role.ADMIN && usableKeys().isPresent();
    }

    Account with(Role other) {
        return new Account(name, other, enabled, credentials, version + 1);
    }

    Account enabled(boolean whether) {
        return new Account(name, role, whether, credentials, version + 1);
    }

    Account with(Credentials others) {
        return new Account(name, role, enabled, others, version + 1);
    }

    /** The same, whose sessions have ended. */
    Account sessionsEnded() {
        return with(credentials);
    }
}
