package nightfill.application.access;

import java.time.InstantSource;
import java.util.Optional;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.MakeKeys.Made;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.domain.access.SecretCode;

/** Lets the person who brings an invitation code choose keys. */
public record RedeemInvitation(Accounts accounts, MakeKeys keys, InstantSource clock) {

    /** The account that a code which was typed invites to now. */
    public Optional<Account> invited(String typed) {
        return SecretCode.parse(typed)
                .map(SecretCode::hash)
                .flatMap(accounts::invited)
                .filter(account -> account.enabled() && isValid(account.credentials()));
    }

    private boolean isValid(Credentials credentials) {
        return credentials instanceof Invitation invitation && clock.instant().isBefore(invitation.until());
    }

    /**
     * Completes the account; the code is used up.
     *
     * @throws Problem (refused) when the code is not valid, or what was chosen will not do
     */
    public Completed redeem(String typed, Chosen chosen) {
        Made made = keys.make(required(typed).name(), chosen);
        return accounts.alone(() -> {
            Account complete = required(typed).with(made.keys());
            accounts.change(complete);
            return new Completed(complete, made.recovery());
        });
    }

    private Account required(String typed) {
        return invited(typed)
                .orElseThrow(() -> Problem.refused(
                        "the invitation code is wrong, used or expired", Remedy.mend("ask an admin for another one")));
    }
}
