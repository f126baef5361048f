package nightfill.harness;

import java.util.List;
import java.util.function.Consumer;

/**
 * Ten weeks of nights as a database has them, none of which was ever run: of Wednesday, 2026-11-25, which failed in its
 * allocation, back; one was corrected, one abandoned and run again, one is owed to a directory, three dates are missing.
 */
public final class MadeUpNights {

    private static final String STEPS =
            "'accept feeds', 'load batches', 'load allocations', 'load urgent', 'load order lines', 'load dispatches', "
                    + "'load cancellations', 'take effect', 'allocate', 'settle dispatches', 'write reports'";

    private MadeUpNights() {}

    /** Writes them, statement by statement. */
    public static void write(Consumer<String> database) {
        STATEMENTS.forEach(database);
    }

    private static final List<String> STATEMENTS = List.of(
            """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256)
            select date '2026-09-16' + day, 1,
                case day when 70 then 'ALLOCATING' when 65 then 'REPLACED' when 63 then 'ABANDONED' else 'FINISHED' end,
                '', 0, case when day in (63, 70) then null else repeat('a', 64) end
            from generate_series(0, 70) day where day not in (58, 59, 60)
            """,
            """
            insert into run (business_date, number, state, max_rejects, turns_before, manifest_sha256, replaces_id)
            select business_date, case state when 'REPLACED' then 2 else 1 end, 'FINISHED', '', 0, repeat('b', 64),
                case state when 'REPLACED' then id end
            from run where state in ('REPLACED', 'ABANDONED') order by id
            """,
            "update run set previous_id = (select max(id) from run former where former.id < run.id and former.business_date < run.business_date)",
            """
            insert into run_figures
            select id, 41200 + shift * 37, 120000, 310, 700, 40100 + shift * 31, 110000, 1290 - shift * 3, 4000, 99000 + shift, 12 + shift, 42
            from (select *, (id * 7919) %% 97 as shift from run) run where state in ('FINISHED', 'REPLACED')
            """.replace("%%", "%"),
            """
            insert into batch_job_instance select id, 0, 'night', 'key ' || id from generate_series(1, 200) id
            """,
            """
            insert into audit_log (id, at, actor_kind, actor_name, actor_origin, act, subject, note, previous_hash, hash)
            values (1, now(), 'SCHEDULER', 'scheduler', 'process 4711 on shop-1', 'run', '2026-11-24', '', repeat('0', 64), repeat('0', 64))
            """,
            """
            insert into audit_log (id, at, actor_kind, actor_name, actor_origin, act, subject, note, previous_hash, hash)
            values (2, now(), 'CONSOLE', 'anna', '10.0.0.7', 'restart', '2026-11-25', 'the disk has room again', repeat('0', 64), repeat('0', 64))
            """,
            """
            insert into batch_job_execution
                (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message)
            select id, 0, id, began, began, began + interval '22 minutes' + (id * 7919) % 400 * interval '1 second',
                'COMPLETED', 'COMPLETED', ''
            from (select id, (business_date + 1)::timestamp + interval '2 hours' as began from run where state <> 'ALLOCATING') run
            """,
            """
            insert into batch_job_execution
                (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message)
            values (101, 0, 101, timestamp '2026-11-26 02:00', timestamp '2026-11-26 02:00', timestamp '2026-11-26 02:09:12', 'FAILED', 'FAILED',
                    'disk full: /srv/nightfill/home/feeds/2026-11-25/run-1/order_lines.csv cannot be written; make room, then run again'),
                (102, 0, 102, timestamp '2026-11-26 02:31', timestamp '2026-11-26 02:31', timestamp '2026-11-26 03:02:11', 'FAILED', 'DIED',
                    'its process died, or was taken over')
            """,
            """
            insert into batch_job_execution_params
            select id, name, 'java.lang.Long', case name when 'asked' then 1 else id end, 'N'
            from run, unnest(array['run', 'asked']) name where state <> 'ALLOCATING'
            """,
            """
            insert into batch_job_execution_params
            select attempt, name, 'java.lang.Long', case name when 'asked' then attempt - 100 else id end, 'N'
            from run, unnest(array['run', 'asked']) name, generate_series(101, 102) attempt where state = 'ALLOCATING'
            """,
            """
            insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                start_time, end_time, status, read_count, write_count)
            select execution.job_execution_id * 20 + place, 0, name, execution.job_execution_id, now(),
                start_time + (place - 1) * (end_time - start_time) / 11, start_time + place * (end_time - start_time) / 11,
                'COMPLETED', 4000 * place, 4000 * place
            from batch_job_execution execution, unnest(array[%s]) with ordinality step (name, place)
            where exit_code = 'COMPLETED'
            """.formatted(STEPS),
            """
            insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time,
                start_time, end_time, status, read_count, write_count)
            values (9001, 0, 'accept feeds', 101, now(), timestamp '2026-11-26 02:00', timestamp '2026-11-26 02:02', 'COMPLETED', 0, 0),
                (9002, 0, 'load batches', 101, now(), timestamp '2026-11-26 02:02', timestamp '2026-11-26 02:05', 'COMPLETED', 15353, 15353),
                (9003, 0, 'load order lines', 101, now(), timestamp '2026-11-26 02:05', timestamp '2026-11-26 02:09:12', 'FAILED', 61000, 61000),
                (9004, 0, 'load order lines', 102, now(), timestamp '2026-11-26 02:31', timestamp '2026-11-26 02:33', 'COMPLETED', 38210, 38210),
                (9005, 0, 'take effect', 102, now(), timestamp '2026-11-26 02:33', timestamp '2026-11-26 02:36', 'COMPLETED', 0, 0),
                (9006, 0, 'allocate', 102, now(), timestamp '2026-11-26 02:36', timestamp '2026-11-26 03:02:11', 'FAILED', 24000, 24000)
            """,
            """
            insert into accepted_feed
            select id, feed::feed, 1000000, repeat('c', 64), null, 99210, 99150, 30, 10, 20
            from run, unnest(array['batches', 'order_lines', 'dispatches', 'cancellations']) feed
            """,
            """
            insert into report
            select id, name, 41200, repeat('d', 64)
            from run, unnest(array['allocations.csv', 'unallocated.csv', 'stock.csv', 'control-totals.csv']) name
            where state = 'FINISHED'
            """,
            """
            insert into publication select directory, id, not (business_date = '2026-11-24' and directory = '/srv/finance')
            from run, unnest(array['/srv/finance', '/srv/shop']) directory where state = 'FINISHED'
            """);
}
