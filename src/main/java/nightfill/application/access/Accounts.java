package nightfill.application.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nightfill.domain.access.AccountName;

/** The accounts there are; none is ever removed, for the audit trail names it. */
public interface Accounts {

    Optional<Account> find(AccountName name);

    /** The account that a code with that hash invites to. */
    Optional<Account> invited(String codeHash);

    /** By name. */
    List<Account> list();

    /** Adds an account of a name that there is not yet. */
    void add(Account account);

    /** Puts an account in place of the earlier version of it. */
    void change(Account account);

    /** Notes that the code of a step is used; whether it is later than all that were used before. */
    boolean useStep(AccountName name, long step);

    /** Uses a recovery code up; whether it was still there. */
    boolean useRecovery(AccountName name, String codeHash);

    /** Lets nobody else add or change an account meanwhile; what fails has changed nothing. */
    <T> T alone(Supplier<T> work);
}
