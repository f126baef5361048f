package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
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

    private static final int NIGHTS = 9_000;
    private static final int ATTEMPTS = 10_000;
    private static final int LINES = 1_000_000;
    private static final int MOST_STATEMENTS = 5;
    private static final int PAGE = 50;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private final List<String> figures = new ArrayList<>();

    @Soak
    @Test
    void each_page_takes_five_statements_at_most_however_long_the_history() {
        try (MigratedDatabase database = new MigratedDatabase();
                HikariDataSource pool = new HikariDataSource()) {
            fill(database);
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
            page(statements, "page of 2010", () -> assertFull(list.page(NightFilter.ALL, LAST.minusYears(16), PAGE)));
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
                    () -> assertThat(new ShowRun(records, owners).of(new RunName(LAST, 1), Instant.EPOCH))
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

    private static void fill(MigratedDatabase database) {
        STATEMENTS.forEach(statement -> database.update(statement.formatted(NIGHTS, ATTEMPTS, LINES, LAST)));
    }

    /** Nights of one date after another, the last but one refused; every ninth took two attempts. */
    private static final List<String> STATEMENTS = List.of(
            """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
            select date '%4$s' - %1$d + night, 1, case night when %1$d - 1 then 'DISCARDED' else 'FINISHED' end, '', 0,
                case night when %1$d - 1 then null else repeat('0', 64) end
            from generate_series(1, %1$d) night
            """,
            """
            insert into run_figures
            select id, 100, 200, 0, 0, 90, 180, 10, 20, 120, 3, 40 from run where state = 'FINISHED'
            """,
            """
            insert into batch_job_instance
            select attempt, 0, 'night', 'key ' || attempt from generate_series(1, %2$d) attempt
            """,
            """
            insert into batch_job_execution
                (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message)
            select attempt, 0, attempt, day, day, day + interval '20 minutes',
                case when run = %1$d - 1 then 'FAILED' else 'COMPLETED' end,
                case when run = %1$d - 1 then 'REFUSED' else 'COMPLETED' end, ''
            from (
                select attempt, least(attempt, (attempt - 1) %% %1$d + 1) as run,
                    (date '%4$s' - %1$d + (attempt - 1) %% %1$d + 2)::timestamp + interval '2 hours' as day
                from generate_series(1, %2$d) attempt) attempt
            """,
            """
            insert into batch_job_execution_params
            select attempt, name, 'java.lang.Long', case name when 'run' then (attempt - 1) %% %1$d + 1 else 1 end, 'Y'
            from generate_series(1, %2$d) attempt, unnest(array['run', 'date', 'number', 'input', 'output']) name
            """,
            """
            insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                start_time, end_time, status, read_count, write_count)
            select attempt * 11 + step, 0, 'step ' || step, attempt, now(), now(), now() + interval '1 minute',
                'COMPLETED', 100, 100
            from generate_series(1, %2$d) attempt, generate_series(1, 11) step
            """,
            """
            insert into accepted_feed
            select id, feed::feed, 1000, repeat('0', 64), null, 24, 23, 0, 0, 1
            from run, unnest(array['batches', 'order_lines', 'dispatches', 'cancellations']) feed
            """,
            """
            insert into report
            select id, name, 10, repeat('0', 64)
            from run, unnest(array['allocations.csv', 'unallocated.csv', 'stock.csv', 'control-totals.csv']) name
            where state = 'FINISHED'
            """,
            "insert into publication select '/drop', id, true from run where state = 'FINISHED'",
            "insert into sku (code) select 'SKU-' || sku from generate_series(1, 5000) sku",
            """
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
            select line, 'O-' || line, '1', line %% 5000 + 1, 2, line %% (%1$d - 10) + 1 from generate_series(1, %3$d) line
            """,
            "insert into batch (reference, sku_id, first_run) select 'PO-' || sku, sku, 1 from generate_series(1, 5000) sku",
            "insert into batch_value (batch_id, from_run, quantity) select id, 1, 1000000 from batch",
            """
            insert into allocation (line_id, batch_id, sku_id, quantity, from_run)
            select line.id, batch.id, line.sku_id, line.quantity, loaded_run
            from line join batch on batch.sku_id = line.sku_id where line.id > 50000
            """,
            "insert into shortage select %1$d, id, 'SHORT' from line where id <= 50000",
            "analyze");
}
