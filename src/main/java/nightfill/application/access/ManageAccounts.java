package nightfill.application.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Remedy;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.access.AccountName;
import nightfill.domain.access.Role;
import nightfill.domain.access.SecretCode;

/** Adds and changes the accounts of others, and never takes the last admin away. */
public record ManageAccounts(Accounts accounts, Secrets secrets, InstantSource clock) {

    /** How long an invitation is valid. */
    public static final Duration VALIDITY = Duration.ofHours(24);

    /** By name. */
    public List<Account> list() {
        return accounts.list();
    }

    /**
     * Invites somebody who has no account yet.
     *
     * @throws Problem (refused) when there is an account of that name
     */
    public Invited add(AccountName name, Role role) {
        SecretCode code = secrets.code();
        return accounts.alone(() -> {
            accounts.find(name).ifPresent(known -> {
                throw Problem.refused("there is an account %s already".formatted(known.name()), Act.SHOW_ACCOUNTS);
            });
            Account added = Account.of(name, role, invitation(code));
            accounts.add(added);
            return new Invited(added, code);
        });
    }

    /**
     * Invites a person anew, whose keys and sessions end at once; also the last admin, who may have lost them.
     *
     * @throws Problem (refused) when there is no such account
     */
    public Invited reset(AccountName name) {
        SecretCode code = secrets.code();
        Account reset = accounts.alone(() -> changed(required(name).with(invitation(code))));
        return new Invited(reset, code);
    }

    /**
     * Gives another role, and ends the sessions of the former one.
     *
     * @throws Problem (refused) when there is no such account, or it is the last admin's
     */
    public Account changeRole(AccountName name, Role role) {
        return change(name, account -> account.role() == role ? account : account.with(role));
    }

    /**
     * Lets nobody come in by an account any more.
     *
     * @throws Problem (refused) when there is no such account, or it is the last admin's
     */
    public Account disable(AccountName name) {
        return change(name, account -> account.enabled() ? account.enabled(false) : account);
    }

    /**
     * Undoes {@link #disable}.
     *
     * @throws Problem (refused) when there is no such account
     */
    public Account enable(AccountName name) {
        return change(name, account -> account.enabled() ? account : account.enabled(true));
    }

    /**
     * Lets a person log in again, wherever they are.
     *
     * @throws Problem (refused) when there is no such account
     */
    public Account endSessions(AccountName name) {
        return change(name, Account::sessionsEnded);
    }

    /**
     * Works on an account as somebody has seen it.
     *
     * @param seen its version then
     * @throws Problem (busy) when it was changed since
     */
    public <T> T asSeen(AccountName name, long seen, Supplier<T> work) {
        return accounts.alone(() -> {
            if (required(name).version() != seen) {
                throw Problem.busy("%s was changed meanwhile".formatted(name), Remedy.mend("look again"));
            }
            return work.get();
        });
    }

    public Optional<Account> find(AccountName name) {
        return accounts.find(name);
    }

    private Account change(AccountName name, UnaryOperator<Account> change) {
        return accounts.alone(() -> {
            Account before = required(name);
            Account after = change.apply(before);
            requireAdmin(before, after);
            return after.equals(before) ? before : changed(after);
        });
    }

    private Account changed(Account account) {
        accounts.change(account);
        return account;
    }

    private void requireAdmin(Account before, Account after) {
        boolean lost = before.isUsableAdmin() && !after.isUsableAdmin();
        if (lost && accounts.list().stream().filter(Account::isUsableAdmin).count() == 1) {
            throw Problem.refused(
                    "%s is the only admin who can log in".formatted(before.name()),
                    Remedy.mend("let another admin log in first"));
        }
    }

    private Account required(AccountName name) {
        return accounts.find(name)
                .orElseThrow(() -> Problem.refused("there is no account %s".formatted(name), Act.SHOW_ACCOUNTS));
    }

    private Invitation invitation(SecretCode code) {
        Instant until = clock.instant().plus(VALIDITY);
        return new Invitation(code.hash(), until);
    }

    /** An account, and the code that its person is to be given, which is shown this once. */
    public record Invited(Account account, SecretCode code) {}
}
