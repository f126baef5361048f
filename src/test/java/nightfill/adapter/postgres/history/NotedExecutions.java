package nightfill.adapter.postgres.history;

import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run;

/** Executions as the framework notes them, in its own tables. */
final class NotedExecutions {

    private final MigratedDatabase database;
    private long last;

    NotedExecutions(MigratedDatabase database) {
        this.database = database;
    }

    long begin(Run run) {
        long id = ++last;
        database.update("insert into batch_job_instance values (%1$d, 0, 'night', 'key %1$d')".formatted(id));
        database.update("""
                insert into batch_job_execution
                    (job_execution_id, version, job_instance_id, create_time, start_time, status, exit_message)
                values (%1$d, 0, %1$d, now(), now(), 'STARTED', '')
                """.formatted(id));
        database.update("""
                insert into batch_job_execution_params
                values (%d, 'run', 'java.lang.Long', '%d', 'Y'), (%1$d, 'number', 'java.lang.Long', '1', 'N')
                """.formatted(id, run.id()));
        return id;
    }

    long begin(Run run, Actor by) {
        long id = begin(run);
        database.update("""
                with asked as (
                    insert into audit_log (actor_kind, actor_name, actor_origin, act, subject)
                    values ('%s', '%s', '%s', 'run', '') returning id)
                insert into batch_job_execution_params select %d, 'asked', 'java.lang.Long', id, 'N' from asked
                """.formatted(by.kind(), by.name(), by.origin(), id));
        return id;
    }

    void enter(long id, String step) {
        database.update("""
                insert into batch_step_execution
                    (step_execution_id, version, step_name, job_execution_id, create_time, status)
                values (%d, 0, '%s', %d, now(), 'STARTED')
                """.formatted(++last, step, id));
    }

    void end(long id, String status, String message) {
        database.update("""
                update batch_job_execution set status = '%s', exit_message = '%s', end_time = now()
                where job_execution_id = %d
                """.formatted(status, message, id));
    }
}
