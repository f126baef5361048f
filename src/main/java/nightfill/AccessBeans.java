package nightfill;

import java.util.List;
import nightfill.adapter.postgres.access.PostgresAccounts;
import nightfill.adapter.secret.SecureRandomSecrets;
import nightfill.application.access.Accounts;
import nightfill.application.access.ManageAccounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose accounts there are, for the command line and the console alike. */
@Configuration(proxyBeanMethods = false)
class AccessBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(SecureRandomSecrets.class, ManageAccounts.class);

    @Bean
    Accounts accounts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PostgresAccounts(jdbc, PostgresBeans.within(new TransactionTemplate(transactions)));
    }
}
