package nightfill;

import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.access.PostgresTokens;
import nightfill.adapter.postgres.allocation.PostgresUrgentLines;
import nightfill.adapter.web.api.ActsApi;
import nightfill.adapter.web.api.AllocationsApi;
import nightfill.adapter.web.api.ApiFailures;
import nightfill.adapter.web.api.AuditApi;
import nightfill.adapter.web.api.FilesApi;
import nightfill.adapter.web.api.GoodsApi;
import nightfill.adapter.web.api.NightsApi;
import nightfill.adapter.web.api.OpenApi;
import nightfill.adapter.web.api.StillCounts;
import nightfill.adapter.web.bearer.BearerSecurity;
import nightfill.adapter.web.bearer.BearerTokens;
import nightfill.adapter.web.console.account.NewTokenPage;
import nightfill.adapter.web.console.account.TokensPage;
import nightfill.application.access.AccessTrail;
import nightfill.application.sampling.Loss;
import nightfill.application.token.ManageTokens;
import nightfill.application.urgent.AllocateLine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs ask for, and how they come in; beside {@link AccountBeans} and {@link LookBeans}. */
@Configuration(proxyBeanMethods = false)
@Import(BearerSecurity.class)
class ProgramBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            PostgresTokens.class,
            ManageTokens.class,
            TokensPage.class,
            NewTokenPage.class,
            ApiFailures.class,
            StillCounts.class,
            OpenApi.class,
            AllocationsApi.class,
            ActsApi.class,
            AuditApi.class,
            FilesApi.class,
            GoodsApi.class,
            NightsApi.class);

    /** Those who ask for little are not to wait for those who work. */
    @Bean
    BearerTokens bearerTokens(@Qualifier("readingPool") DataSource pool, AccessTrail trail, Loss loss) {
        return new BearerTokens(new PostgresTokens(JdbcClient.create(pool)), trail, loss);
    }

    /** What is noted of a line is noted in the transaction that keeps it. */
    @Bean
    AllocateLine allocateLine(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate together = new TransactionTemplate(transactions);
        return new AllocateLine(
                new PostgresUrgentLines(jdbc),
                PostgresBeans.within(together),
                new PostgresAuditTrail(jdbc, jdbc, together));
    }
}
