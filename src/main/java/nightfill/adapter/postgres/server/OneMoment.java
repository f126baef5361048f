package nightfill.adapter.postgres.server;

import nightfill.application.run.Transactions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that show one state of the data throughout, and change nothing. */
public final class OneMoment {

    private OneMoment() {}

    public static Transactions of(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        return work -> template.executeWithoutResult(status -> work.run());
    }
}
