package nightfill;

import java.util.List;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.access.PostgresRetryPlans;
import nightfill.adapter.postgres.allocation.PostgresBatchRepository;
import nightfill.adapter.postgres.allocation.PostgresUrgentPromises;
import nightfill.adapter.postgres.history.PostgresExecutionRecords;
import nightfill.adapter.postgres.history.PostgresExecutions;
import nightfill.adapter.postgres.history.PostgresOrderHistory;
import nightfill.adapter.postgres.history.PostgresPastNights;
import nightfill.adapter.postgres.history.PostgresStepNotes;
import nightfill.adapter.postgres.load.PostgresStaging;
import nightfill.adapter.postgres.lock.PostgresFence;
import nightfill.adapter.postgres.lock.PostgresRunLock;
import nightfill.adapter.postgres.lock.WritePermit;
import nightfill.adapter.postgres.night.PostgresLedger;
import nightfill.adapter.postgres.night.PostgresRuns;
import nightfill.adapter.postgres.recount.PostgresRecount;
import nightfill.adapter.postgres.report.PostgresPublications;
import nightfill.adapter.postgres.report.PostgresReportSource;
import nightfill.adapter.postgres.server.OneMoment;
import nightfill.adapter.postgres.server.PostgresBeside;
import nightfill.adapter.postgres.server.PostgresLoss;
import nightfill.application.access.AuditTrail;
import nightfill.application.run.RunLock;
import nightfill.application.run.StepNotes;
import nightfill.application.run.Transactions;
import nightfill.application.upkeep.ExecutionRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What PostgreSQL keeps, and who may write to it. */
@Configuration(proxyBeanMethods = false)
class PostgresBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            PostgresLoss.class,
            WritePermit.class,
            PostgresFence.class,
            PostgresBeside.class,
            PostgresRuns.class,
            PostgresStaging.class,
            PostgresLedger.class,
            PostgresBatchRepository.class,
            PostgresReportSource.class,
            PostgresRecount.class,
            PostgresPublications.class,
            PostgresRetryPlans.class,
            PostgresExecutions.class,
            PostgresOrderHistory.class,
            PostgresPastNights.class,
            PostgresUrgentPromises.class);

    @Bean
    RunLock runLock(Database database, Settings settings, WritePermit permit) {
        return new PostgresRunLock(database.connection(), settings.zone(), permit, database.sessions()::cut);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, Database database) {
        return new PostgresAuditTrail(jdbc, database.connection());
    }

    @Bean
    ExecutionRecords executionRecords(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PostgresExecutionRecords(jdbc, within(new TransactionTemplate(transactions)));
    }

    @Bean
    StepNotes stepNotes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new PostgresStepNotes(jdbc, within(apart));
    }

    @Bean
    Transactions asOfOneMoment(PlatformTransactionManager transactions) {
        return OneMoment.of(transactions);
    }

    static Transactions within(TransactionTemplate template) {
        return work -> template.executeWithoutResult(status -> work.run());
    }
}
