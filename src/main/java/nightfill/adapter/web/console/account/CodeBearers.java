package nightfill.adapter.web.console.account;

import java.util.Optional;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.Account;
import nightfill.application.access.Chosen;
import nightfill.application.access.Completed;
import nightfill.application.access.RedeemInvitation;
import nightfill.application.access.SetUp;
import nightfill.application.problem.Problem;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Actor;

/** Gives keys to whoever brings a code, and notes it; wrong codes are noted as those of a stranger. */
public record CodeBearers(SetUp setUp, RedeemInvitation invitations, Recorded recorded, AccessTrail trail) {

    private static final String SET_UP = "set up";
    private static final String JOIN = "join";

    /** Whether anybody can be the first admin now. */
    boolean isSetUpOpen() {
        return setUp.isOpen();
    }

    /** @throws Problem (refused) when the code is not valid, or what was chosen will not do */
    Completed setUp(String address, String code, AccountName name, Chosen chosen) {
        if (!setUp.isValid(code)) {
            trail.refusedStranger(SET_UP, address, "the setup code was wrong, used or expired");
            return setUp.create(code, name, chosen);
        }
        return recorded.work(
                signed(name, address),
                SET_UP,
                name.text(),
                () -> setUp.create(code, name, chosen),
                completed -> "%s is the first admin".formatted(name));
    }

    /** @throws Problem (refused) when the code is not valid, or what was chosen will not do */
    Completed join(String address, String code, Chosen chosen) {
        Optional<AccountName> invited = invitations.invited(code).map(Account::name);
        if (invited.isEmpty()) {
            trail.refusedStranger(JOIN, address, "the invitation code was wrong, used or expired");
            return invitations.redeem(code, chosen);
        }
        AccountName name = invited.get();
        return recorded.work(
                signed(name, address),
                JOIN,
                name.text(),
                () -> invitations.redeem(code, chosen),
                completed -> "%s has chosen password and second factor".formatted(name));
    }

    private static Actor signed(AccountName name, String address) {
        return new Actor(Actor.Kind.CONSOLE, name.text(), address);
    }
}
