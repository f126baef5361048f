package nightfill.application.access;

import java.util.function.UnaryOperator;
import nightfill.application.access.Credentials.Keys;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.PasswordRule;
import nightfill.domain.access.RecoveryCodes;
import nightfill.domain.access.Throttle;
import nightfill.domain.access.Totp;

/** Lets people change their own keys, which ends all their sessions of before; the driver asks for a fresh factor. */
public record OwnAccount(Accounts accounts, MakeKeys keys, PasswordHash hash, Tries tries) {

    /**
     * Puts a password in place of the former one.
     *
     * @throws Problem (refused) when the former one is wrong, or the new one too easy to guess
     */
    public Account changePassword(Person person, String former, String chosen) {
        Keys current = keys(required(person.name()));
        String key = Throttle.key(person.name().text(), person.address());
        if (!tries.pass(key, () -> hash.matches(PasswordRule.normal(former), current.passwordHash()))) {
            throw Problem.refused(
                    "the current password is wrong", Remedy.mend("wait some seconds, then type it again"));
        }
        String chosenHash = keys.strongHash(chosen, person.name());
        return change(person.name(), own -> new Keys(chosenHash, own.factor(), own.lastStep(), own.recovery()));
    }

    /**
     * Puts a factor, and new recovery codes with it, in place of the former ones.
     *
     * @param code what the new factor shows
     * @throws Problem (refused) when it is not
     */
    public Completed enrolFactor(AccountName name, Totp factor, String code) {
        long step = keys.confirmedStep(factor, code);
        RecoveryCodes recovery = keys.newRecovery();
        Account changed = change(name, own -> new Keys(own.passwordHash(), factor, step, recovery.hashes()));
        return new Completed(changed, recovery);
    }

    /** Makes the former recovery codes void. */
    public Completed renewRecovery(AccountName name) {
        RecoveryCodes recovery = keys.newRecovery();
        Account changed =
                change(name, own -> new Keys(own.passwordHash(), own.factor(), own.lastStep(), recovery.hashes()));
        return new Completed(changed, recovery);
    }

    private Account change(AccountName name, UnaryOperator<Keys> change) {
        return accounts.alone(() -> {
            Account account = required(name);
            Account changed = account.with(change.apply(keys(account)));
            accounts.change(changed);
            return changed;
        });
    }

    private Account required(AccountName name) {
        return accounts.find(name)
                .filter(account -> account.usableKeys().isPresent())
                .orElseThrow(() -> Problem.refused("the account was disabled or reset meanwhile"));
    }

    private static Keys keys(Account account) {
        return account.usableKeys().orElseThrow();
    }

    /** Who is logged in, and where. */
    public record Person(AccountName name, String address) {}
}
