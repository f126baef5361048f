package nightfill.application.access;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nightfill.application.access.Credentials.Invitation;
import nightfill.application.access.Credentials.Keys;
import nightfill.application.run.InMemoryDatabase;
import nightfill.application.run.InMemoryTable;
import nightfill.domain.access.AccountName;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. */
public final class InMemoryAccounts implements Accounts {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryTable<Account> accounts = database.table();
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public Optional<Account> find(AccountName name) {
        return accounts.where(account -> account.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Account> invited(String codeHash) {
        return accounts.where(account -> account.credentials() instanceof Invitation invitation
                        && invitation.codeHash().equals(codeHash))
                .findFirst();
    }

    @Override
    public List<Account> list() {
        return accounts.rows().sorted(Comparator.comparing(Account::name)).toList();
    }

    @Override
    public void add(Account account) {
        if (find(account.name()).isPresent()) {
            throw new IllegalStateException("there is one already");
        }
        accounts.insert(account);
    }

    @Override
    public void change(Account account) {
        if (account.version() <= find(account.name()).orElseThrow().version()) {
            throw new IllegalStateException("the version has to rise");
        }
        accounts.update(row -> row.name().equals(account.name()), row -> account);
    }

    @Override
    public boolean useStep(AccountName name, long step) {
        return use(
                name,
                keys -> step <= keys.lastStep()
                        ? null
                        : new Keys(keys.passwordHash(), keys.factor(), step, keys.recovery()));
    }

    @Override
    public boolean useRecovery(AccountName name, String codeHash) {
        return use(
                name,
                keys -> keys.recovery().contains(codeHash)
                        ? new Keys(
                                keys.passwordHash(), keys.factor(), keys.lastStep(), without(keys.recovery(), codeHash))
                        : null);
    }

    private static Set<String> without(Set<String> hashes, String used) {
        Set<String> rest = new HashSet<>(hashes);
        rest.remove(used);
        return Set.copyOf(rest);
    }

    private boolean use(AccountName name, UnaryOperator<@Nullable Keys> use) {
        Optional<Account> account = find(name);
        Optional<Keys> used = account.flatMap(Account::keys).flatMap(keys -> Optional.ofNullable(use.apply(keys)));
        used.ifPresent(keys -> accounts.update(
                row -> row.name().equals(name),
                row -> new Account(row.name(), row.role(), row.enabled(), keys, row.version())));
        return used.isPresent();
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            Object[] result = new Object[1];
            database.inOne(() -> result[0] = work.get());
            @SuppressWarnings("unchecked")
            T typed = (T) result[0];
            return typed;
        } finally {
            lock.unlock();
        }
    }
}
