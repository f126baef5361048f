package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.access.AuditTrail;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightRecords;
import nightfill.application.watch.NightRecordsContract;
import nightfill.application.watch.Times;
import nightfill.domain.access.Actor;
import nightfill.domain.run.Run.State;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresNightRecordsIT extends NightRecordsContract {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    private static final Actor ANNA = new Actor(Actor.Kind.CONSOLE, "anna", "10.0.0.7");
    private static final Times ENDED =
            new Times(Instant.parse("2026-11-21T02:00:00Z"), Instant.parse("2026-11-21T02:01:00Z"));

    /** Neither the server's nor that of this process. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    private final NightRecords records =
            new PostgresNightRecords(new Reading(new ReadingSessions(DATABASE.connection())), ZONE);
    private final AuditTrail trail = new PostgresAuditTrail(DATABASE.jdbc(), DATABASE.connection());
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
    protected long attempt(long run, Recorded recorded, Times times, @Nullable Asked asked) {
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
            parameter(id, "asked", asked.entry());
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

    @Override
    protected Asked asked(Actor actor, String note) {
        return new Asked(trail.asked(actor, "run", "2026-11-20", note), actor, note);
    }

    @Override
    protected void note(LocalDate date) {
        trail.asked(ANNA, NeedsAttention.NOTE, date + " run 2", "the sender was told");
    }

    @Test
    void only_a_signed_note_answers_and_only_what_was_before_it() {
        attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", ""), ENDED, null);
        long asked = trail.asked(ANNA, "run", FRIDAY.toString(), "a note of another kind");
        trail.cameOut(asked, "REFUSED", "refused");
        assertThat(isAnswered()).isFalse();

        note(FRIDAY.plusDays(1));
        assertThat(isAnswered()).isFalse();

        note(FRIDAY);
        assertThat(isAnswered()).isTrue();

        Instant later = Instant.now().plusSeconds(3600);
        attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", ""), new Times(later, later), null);
        assertThat(isAnswered()).isFalse();
    }

    private boolean isAnswered() {
        return records.undone().unfinished().get(0).answered();
    }
}
