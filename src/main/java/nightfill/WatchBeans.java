package nightfill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import nightfill.adapter.files.Inbox;
import nightfill.adapter.files.feeds.FilesystemInputFiles;
import nightfill.adapter.files.reports.FilesystemAttemptLog;
import nightfill.adapter.postgres.access.PostgresRetryPlans;
import nightfill.adapter.postgres.history.PostgresOrderHistory;
import nightfill.adapter.postgres.lock.PostgresOwners;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.adapter.postgres.watch.PostgresNightRecords;
import nightfill.adapter.postgres.watch.PostgresRejects;
import nightfill.adapter.postgres.watch.PostgresStockRecords;
import nightfill.adapter.postgres.watch.Reading;
import nightfill.application.access.RetryPlans;
import nightfill.application.compare.CompareInput;
import nightfill.application.trace.OrderHistory;
import nightfill.application.watch.AttemptLog;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightRecords;
import nightfill.application.watch.Owners;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.Trends;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look at, over sessions of its own that can change nothing. */
@Configuration(proxyBeanMethods = false)
class WatchBeans {

    /** Made of other beans alone. */
    static final List<Class<?>> PLAIN = List.of(
            NightList.class,
            ShowRun.class,
            NeedsAttention.class,
            Trends.class,
            CompareInput.class,
            PostgresRejects.class,
            PostgresStockRecords.class);

    private static final int SESSIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Opens a session only when somebody looks, and none while the database is down. */
    @Bean(defaultCandidate = false)
    HikariDataSource readingPool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new ReadingSessions(database.connection()));
        config.setMaximumPoolSize(SESSIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    Reading reading(@Qualifier("readingPool") DataSource pool) {
        return new Reading(pool);
    }

    @Bean
    FilesystemInputFiles inputFiles(Settings settings) {
        return new FilesystemInputFiles(
                settings.home(), new Inbox(settings.feeds().inputRoots()));
    }

    /** Logs are named after days of the process, whatever the settings say. */
    @Bean
    AttemptLog attemptLog(Settings settings) {
        return new FilesystemAttemptLog(settings.home().resolve("logs"), ZoneId.systemDefault());
    }

    @Bean
    Owners owners(@Qualifier("readingPool") DataSource pool) {
        return new PostgresOwners(JdbcClient.create(pool));
    }

    @Bean
    RetryPlans retryPlans(@Qualifier("readingPool") DataSource pool) {
        return new PostgresRetryPlans(JdbcClient.create(pool));
    }

    /** The framework notes times in the zone of the process, whatever the settings say. */
    @Bean
    NightRecords nightRecords(Reading reading) {
        return new PostgresNightRecords(reading, ZoneId.systemDefault());
    }

    @Bean
    OrderHistory watchedOrderHistory(@Qualifier("readingPool") DataSource pool) {
        return new PostgresOrderHistory(JdbcClient.create(pool));
    }
}
