package nightfill.adapter.postgres.watch;

import java.time.LocalDate;
import java.util.List;
import nightfill.adapter.postgres.server.MigratedDatabase;

/** A database of many years, of which the last night rejected many rows, and one order has many lines. */
final class YearsOfNights {

    static final int NIGHTS = 9_000;
    static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    private static final int ATTEMPTS = 10_000;
    private static final int LINES = 1_000_000;
    private static final int REJECTS = 100_000;
    private static final int LARGE_ORDER = 10_000;

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
            insert into standing_allocation (line_id, batch_id, quantity, from_run)
            select line.id, batch.id, line.quantity, loaded_run
            from line join batch on batch.sku_id = line.sku_id where line.id > 50000
            """,
            """
            insert into decided
            select %1$d, min(id), max(id), array_agg(id order by id), array_fill('SHORT'::shortage_reason, array[count(*)::int])
            from line where id <= 50000 group by id / 5000
            """,
            """
            insert into line (id, order_id, line_number, sku_id, quantity, loaded_run)
            select %3$d + line, 'O-LARGE', line::text, line %% 5000 + 1, 2, %1$d
            from generate_series(1, %6$d) line
            """,
            """
            insert into reject select %1$d, 'order_lines', row, row + 1,
                case when row %% 1000 = 0 then 'QUANTITY' else 'IDENTIFIER' end, '', 'row ' || row
            from generate_series(1, %5$d) row
            """,
            "analyze");

    private YearsOfNights() {}

    static void fill(MigratedDatabase database) {
        STATEMENTS.forEach(
                statement -> database.update(statement.formatted(NIGHTS, ATTEMPTS, LINES, LAST, REJECTS, LARGE_ORDER)));
    }
}
