package nightfill.application.access;

import java.time.InstantSource;
import nightfill.application.access.Credentials.Keys;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.PasswordRule;
import nightfill.domain.access.RecoveryCodes;
import nightfill.domain.access.Totp;

/** Makes keys of what people choose. */
public record MakeKeys(PasswordHash hash, PasswordRule rule, Secrets secrets, InstantSource clock) {

    /** A factor for an app to take up. */
    public Totp newFactor() {
        return Totp.of(secrets.random(Totp.SECRET_BYTES));
    }

    /** @throws Problem (refused) when the password is too easy to guess, or the code is not the factor's */
    Made make(AccountName name, Chosen chosen) {
        requireStrong(chosen.password(), name);
        long step = confirmedStep(chosen.factor(), chosen.code());
        RecoveryCodes recovery = newRecovery();
        return new Made(new Keys(hashed(chosen.password()), chosen.factor(), step, recovery.hashes()), recovery);
    }

    RecoveryCodes newRecovery() {
        return RecoveryCodes.of(secrets::code);
    }

    /** @throws Problem (refused) when the password is too easy to guess */
    String strongHash(String password, AccountName name) {
        requireStrong(password, name);
        return hashed(password);
    }

    private String hashed(String password) {
        return hash.of(PasswordRule.normal(password));
    }

    private void requireStrong(String password, AccountName name) {
        rule.weakness(password, name).ifPresent(weakness -> {
            throw Problem.refused(weakness.what(), Remedy.mend("choose another one"));
        });
    }

    /** @throws Problem (refused) when the code is not the factor's */
    long confirmedStep(Totp factor, String code) {
        return factor.accepts(code, clock.instant(), Long.MIN_VALUE)
                .orElseThrow(() -> Problem.refused(
                        "the six digits are not those that the app shows for this secret now",
                        Remedy.mend("check the clock of the phone, and type those that it shows")));
    }

    /** Keys, and what is shown of them once. */
    record Made(Keys keys, RecoveryCodes recovery) {}
}
