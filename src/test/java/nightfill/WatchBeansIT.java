package nightfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import nightfill.adapter.job.ChunkSize;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.TestDatabase;
import nightfill.application.trace.OrderHistory;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.StockRecords;
import nightfill.domain.allocation.Parts;
import nightfill.domain.run.RunName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchBeansIT {

    @Test
    void whoever_looks_gets_sessions_that_change_nothing_and_take_no_time(@TempDir Path home) {
        try (TestDatabase database = TestDatabase.migrated();
                Database opened = Database.open(settings(database, home), waiting -> {});
                GenericApplicationContext context = context(settings(database, home), opened)) {
            JdbcClient jdbc = JdbcClient.create(context.getBean("readingPool", DataSource.class));

            assertThat(context.getBean(NightList.class)
                            .page(NightFilter.ALL, null, 10)
                            .dates())
                    .isEmpty();
            assertThat(context.getBean(ShowRun.class).of(new RunName(LocalDate.EPOCH, 1), Instant.EPOCH))
                    .isEmpty();
            assertThat(context.getBean(NeedsAttention.class).find().troubles()).isEmpty();
            assertThat(context.getBean(OrderHistory.class).of("1")).isEmpty();
            assertThat(context.getBean(StockRecords.class).sku("CHAIR")).isEmpty();
            assertThat(jdbc.sql("show statement_timeout").query(String.class).single())
                    .isEqualTo("3s");
            assertThatThrownBy(() -> jdbc.sql("delete from run").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    private static Settings settings(TestDatabase database, Path home) {
        ConnectionSettings connection = new ConnectionSettings(database.url(), database.user(), database.password());
        return new Settings(
                home,
                home.resolve("output"),
                ZoneOffset.UTC,
                new Settings.Server(Optional.of(connection), Duration.ZERO),
                new Cut(new ChunkSize(100), Parts.ONE),
                Settings.Feeds.USUAL);
    }

    private static GenericApplicationContext context(Settings settings, Database database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
        context.register(WatchBeans.class);
        WatchBeans.PLAIN.forEach(context::registerBean);
        context.refresh();
        return context;
    }
}
