package nightfill.adapter.postgres.watch;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.NightRecords;
import nightfill.application.watch.NightRecordsContract;
import nightfill.application.watch.Times;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresNightRecordsIT extends NightRecordsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    /** Neither the server's nor that of this process. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private final NightRecords records =
            new PostgresNightRecords(new Reading(new ReadingSessions(DATABASE.connection())), ZONE);
    private long lastExecution;

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected NightRecords records() {
        return records;
    }

    @Override
    protected long run(RunName name, State state, @Nullable Long replaces) {
        boolean finished = state == State.FINISHED || state == State.REPLACED;
        long id = DATABASE.jdbc()
                .sql("""
                        insert into run
                            (business_date, number, state, max_rejects, turns_before, manifest_sha256, replaces_id)
                        values (:date, :number, :state, '', 0, :manifest, :replaces) returning id
                        """)
                .param("date", name.date())
                .param("number", name.number())
                .param("state", state.name())
                .param("manifest", finished ? "0".repeat(64) : null, Types.VARCHAR)
                .param("replaces", replaces, Types.BIGINT)
                .query(Long.class)
                .single();
        if (finished) {
            keep(id, FIGURES);
        }
        return id;
    }

    private static void keep(long run, RunFigures figures) {
        DATABASE.jdbc()
                .sql("insert into run_figures values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(run, figures.loaded().lines(), figures.loaded().units())
                .params(figures.released().lines(), figures.released().units())
                .params(figures.allocated().lines(), figures.allocated().units())
                .params(figures.open().lines(), figures.open().units())
                .params(figures.rows().read(), figures.rows().rejected(), figures.controlTotals())
                .update();
    }

    @Override
    protected long attempt(long run, Recorded recorded, Times times, @Nullable Long asked) {
        long id = ++lastExecution;
        DATABASE.update("insert into batch_job_instance values (%1$d, 0, 'night', 'key %1$d')".formatted(id));
        DATABASE.jdbc()
                .sql("""
                        insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time,
                            start_time, end_time, status, exit_code, exit_message)
                        values (:id, 0, :id, now(), :started, :ended, :status, :exit, :message)
                        """)
                .param("id", id)
                .param("started", local(times.started()), Types.TIMESTAMP)
                .param("ended", local(times.ended()), Types.TIMESTAMP)
                .param("status", recorded.status())
                .param("exit", recorded.exitCode())
                .param("message", recorded.message())
                .update();
        parameter(id, "run", run);
        parameter(id, "number", 1L);
        if (asked != null) {
            parameter(id, "asked", asked);
        }
        return id;
    }

    private static @Nullable LocalDateTime local(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZONE);
    }

    private static void parameter(long execution, String name, long value) {
        DATABASE.jdbc()
                .sql("insert into batch_job_execution_params values (?, ?, 'java.lang.Long', ?, 'N')")
                .params(execution, name, Long.toString(value))
                .update();
    }

    @Override
    protected void publication(String directory, long run, boolean there) {
        DATABASE.jdbc()
                .sql("insert into publication (directory, run_id, stands) values (?, ?, ?)")
                .params(directory, run, there)
                .update();
    }
}
