package nightfill.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nightfill.application.access.MakeKeys.Made;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.SecretCode;

/** Makes the first admin, who brings a code that only the host has shown. */
public record SetUp(
        Accounts accounts, SetupCodes codes, MakeKeys keys, Secrets secrets, SetupNotice notice, InstantSource clock) {

    /** How long a setup code is valid. */
    public static final Duration VALIDITY = Duration.ofMinutes(15);

    /** A new code, the only valid one from now on; none where there is an account already. */
    public Optional<Begun> begin() {
        if (!accounts.list().isEmpty()) {
            return Optional.empty();
        }
        SecretCode code = secrets.code();
        Instant until = clock.instant().plus(VALIDITY);
        codes.replace(code.hash(), until);
        return Optional.of(new Begun(code, until));
    }

    /** Whether a code would be taken now. */
    public boolean isOpen() {
        return codes.isAnyValid(clock.instant()) && accounts.list().isEmpty();
    }

    /**
     * Makes the first account.
     *
     * @param typed the code
     * @throws Problem (refused) when the code is not valid, or what was chosen will not do
     */
    public Completed create(String typed, AccountName name, Chosen chosen) {
        String hash = hash(typed);
        requireValid(hash);
        Made made = keys.make(name, chosen);
        Completed completed = accounts.alone(() -> {
            requireValid(hash);
            Account first = Account.of(name, Role.ADMIN, made.keys());
            accounts.add(first);
            codes.forget();
            return new Completed(first, made.recovery());
        });
        notice.withdraw();
        return completed;
    }

    /** Whether a code that was typed would be taken now. */
    public boolean isValid(String typed) {
        return isValidHash(hash(typed));
    }

    private static String hash(String typed) {
        return SecretCode.parse(typed).map(SecretCode::hash).orElse("");
    }

    private boolean isValidHash(String hash) {
        return codes.isValid(hash, clock.instant()) && accounts.list().isEmpty();
    }

    private void requireValid(String hash) {
        if (!isValidHash(hash)) {
            throw Problem.refused(
                    "the setup code is wrong, used or expired", Remedy.mend("restart the console for another one"));
        }
    }

    /** A code that was made, and until when it is valid. */
    public record Begun(SecretCode code, Instant until) {}
}
