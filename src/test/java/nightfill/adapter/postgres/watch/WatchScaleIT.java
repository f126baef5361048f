package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nightfill.adapter.postgres.lock.PostgresOwners;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightFilter;
import nightfill.application.watch.NightList;
import nightfill.application.watch.NightList.Page;
import nightfill.application.watch.Owners;
import nightfill.application.watch.ShowRun;
import nightfill.application.watch.Trends;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.NightStatus;
import nightfill.harness.CountedStatements;
import nightfill.harness.Figures;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look at takes as few statements in a database of many years as in one of a few nights. */
final class WatchScaleIT {

    private static final int MOST_STATEMENTS = 5;
    private static final int PAGE = 50;

    private final List<String> figures = new ArrayList<>();

    @Soak
    @Test
    void each_page_takes_five_statements_at_most_however_long_the_history() {
        try (MigratedDatabase database = new MigratedDatabase();
                HikariDataSource pool = new HikariDataSource()) {
            YearsOfNights.fill(database);
            pool.setDataSource(new ReadingSessions(database.connection()));
            CountedStatements statements = new CountedStatements(pool);
            look(statements);
        }
        Figures.count(WatchScaleIT.class, String.join(", ", figures));
    }

    private void look(CountedStatements statements) {
        PostgresNightRecords records = new PostgresNightRecords(new Reading(statements), ZoneOffset.UTC);
        Owners owners = new PostgresOwners(JdbcClient.create(statements));
        NightList list = new NightList(records, owners);
        for (int round = 0; round < 2; round++) {
            figures.clear();
            page(statements, "first page", () -> assertFull(list.page(NightFilter.ALL, null, PAGE)));
            page(
                    statements,
                    "page of 2010",
                    () -> assertFull(list.page(NightFilter.ALL, YearsOfNights.LAST.minusYears(16), PAGE)));
            page(
                    statements,
                    "refused",
                    () -> assertThat(list.page(new NightFilter(NightStatus.REFUSED, null, null, ""), null, PAGE)
                                    .nights())
                            .hasSize(1));
            page(
                    statements,
                    "by text",
                    () -> assertThat(list.page(new NightFilter(null, null, null, "no such text"), null, PAGE)
                                    .nights())
                            .isEmpty());
            page(
                    statements,
                    "run",
                    () -> assertThat(new ShowRun(records, owners).of(new RunName(YearsOfNights.LAST, 1), Instant.EPOCH))
                            .isPresent());
            page(
                    statements,
                    "attention",
                    () -> assertThat(new NeedsAttention(records, owners).find().troubles())
                            .hasSize(1));
            page(
                    statements,
                    "trends",
                    () -> assertThat(new Trends(records).last(Trends.NIGHTS)).hasSize(Trends.NIGHTS));
            page(
                    statements,
                    "SKU",
                    () -> assertThat(new PostgresStockRecords(new Reading(statements)).sku("SKU-7"))
                            .isPresent());
            page(
                    statements,
                    "batch",
                    () -> assertThat(new PostgresStockRecords(new Reading(statements)).batch("PO-7"))
                            .isPresent());
        }
    }

    private static void assertFull(Page page) {
        assertThat(page.nights()).hasSize(PAGE).allMatch(night -> night.usualDuration() != null);
        assertThat(page.next()).isNotNull();
        assertThat(page.owner()).isEqualTo(Optional.empty());
    }

    private void page(CountedStatements statements, String name, Runnable look) {
        statements.count();
        long begin = System.nanoTime();
        look.run();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        int executed = statements.count();
        figures.add("%s %d ms %d statements".formatted(name, millis, executed));
        assertThat(executed).as(name).isLessThanOrEqualTo(MOST_STATEMENTS);
    }
}
