package nightfill.adapter.postgres.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nightfill.application.access.Account;
import nightfill.application.access.Accounts;
import nightfill.application.run.Transactions;
import nightfill.domain.access.AccountName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in PostgreSQL. */
public record PostgresAccounts(JdbcClient jdbc, Transactions transactions) implements Accounts {

    private static final String SELECT = """
            select account.*, array(select code_hash from recovery_code where folded = account.folded) as recovery
            from account
            """;

    @Override
    public Optional<Account> find(AccountName name) {
        return jdbc.sql(SELECT + "where folded = ?")
                .param(name.folded())
                .query(AccountRow::read)
                .optional();
    }

    @Override
    public Optional<Account> invited(String codeHash) {
        return jdbc.sql(SELECT + "where invitation_hash = ?")
                .param(codeHash)
                .query(AccountRow::read)
                .optional();
    }

    @Override
    public List<Account> list() {
        return jdbc.sql(SELECT + "order by folded").query(AccountRow::read).list();
    }

    @Override
    public void add(Account account) {
        jdbc.sql("""
                insert into account (folded, name, role, enabled, version, invitation_hash, invited_until,
                    password_hash, factor_secret, factor_step)
                values (:folded, :name, :role, :enabled, :version, :invitation, :until::timestamptz,
                    :password, :secret, :step::bigint)
                """).params(AccountRow.columns(account)).update();
        keepRecovery(account);
    }

    @Override
    public void change(Account account) {
        jdbc.sql("""
                update account
                set name = :name, role = :role, enabled = :enabled, version = :version, invitation_hash = :invitation,
                    invited_until = :until::timestamptz, password_hash = :password, factor_secret = :secret,
                    factor_step = :step::bigint
                where folded = :folded
                """).params(AccountRow.columns(account)).update();
        keepRecovery(account);
    }

    private void keepRecovery(Account account) {
        jdbc.sql("delete from recovery_code where folded = ?")
                .param(account.name().folded())
                .update();
        jdbc.sql("insert into recovery_code (folded, code_hash) select :folded, unnest(:hashes)")
                .param("folded", account.name().folded())
                .param("hashes", AccountRow.recovery(account).toArray(String[]::new))
                .update();
    }

    @Override
    public boolean useStep(AccountName name, long step) {
        return jdbc.sql("update account set factor_step = :step where folded = :folded and factor_step < :step")
                        .param("step", step)
                        .param("folded", name.folded())
                        .update()
                == 1;
    }

    @Override
    public boolean useRecovery(AccountName name, String codeHash) {
        return jdbc.sql("delete from recovery_code where folded = :folded and code_hash = :hash")
                        .param("folded", name.folded())
                        .param("hash", codeHash)
                        .update()
                == 1;
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        transactions.inOne(() -> {
            jdbc.sql("lock table account in share row exclusive mode").update();
            result.set(work.get());
        });
        return Optional.ofNullable(result.get()).orElseThrow();
    }
}
