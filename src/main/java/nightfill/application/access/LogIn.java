package nightfill.application.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import nightfill.application.access.Credentials.Keys;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.PasswordRule;
import nightfill.domain.access.SecretCode;
import nightfill.domain.access.Throttle;

/** Lets people in who know their password and have their factor, and shows nobody else which accounts there are. */
public record LogIn(Accounts accounts, PasswordHash hash, Stranger stranger, Tries tries, InstantSource clock) {

    /** Takes as long for a name that nobody has as for one that somebody has. */
    public Outcome logIn(Attempt attempt) {
        String key = Throttle.key(attempt.name(), attempt.address());
        Optional<Account> account = AccountName.parse(attempt.name()).flatMap(accounts::find);
        boolean right = tries.pass(key, () -> isRight(attempt, account));
        return outcome(account.filter(known -> right), key);
    }

    /** Whether a person who has logged in still has the factor. */
    public Outcome confirm(AccountName name, String code, String address) {
        String key = Throttle.key(name.text(), address);
        Optional<Account> account = accounts.find(name);
        Optional<Keys> own = account.flatMap(Account::usableKeys);
        boolean right = tries.pass(
                key, () -> own.filter(keys -> isFactor(name, keys, code)).isPresent());
        return outcome(account.filter(known -> right), key);
    }

    private Outcome outcome(Optional<Account> account, String key) {
        return account.<Outcome>map(LoggedIn::new).orElseGet(() -> new Refused(tries.pause(key)));
    }

    private boolean isRight(Attempt attempt, Optional<Account> account) {
        Optional<Keys> own = account.flatMap(Account::usableKeys);
        Keys keys = own.orElseGet(stranger::keys);
        boolean known = isPassword(attempt.password(), keys) && own.isPresent();
        return known && isFactor(account.orElseThrow().name(), keys, attempt.code());
    }

    /** A longer one is nobody's, and would only be work. */
    private boolean isPassword(String typed, Keys keys) {
        return typed.length() <= 2 * PasswordRule.MOST && hash.matches(PasswordRule.normal(typed), keys.passwordHash());
    }

    private boolean isFactor(AccountName name, Keys keys, String typed) {
        OptionalLong step = keys.factor().accepts(typed, clock.instant(), keys.lastStep());
        if (step.isPresent()) {
            return accounts.useStep(name, step.getAsLong());
        }
        return SecretCode.parse(typed)
                .filter(code -> accounts.useRecovery(name, code.hash()))
                .isPresent();
    }

    /**
     * What somebody typed who wants to come in.
     *
     * @param code the six digits of the factor, or a recovery code
     * @param address where the person is
     */
    public record Attempt(String name, String password, String code, String address) {

        /** Nothing that a log may not show. */
        @Override
        public String toString() {
            return "an attempt from " + address;
        }
    }

    /** Whether somebody came in. */
    public sealed interface Outcome {}

    /** The person is who they say. */
    public record LoggedIn(Account account) implements Outcome {}

    /**
     * One answer for whatever was wrong.
     *
     * @param pause how long it takes until the next try is looked at
     */
    public record Refused(Duration pause) implements Outcome {}
}
