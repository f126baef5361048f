package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.access.AuditTrail;
import nightfill.application.figures.RunFigures;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.NeedsAttention;
import nightfill.application.watch.NightFilter;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

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
                            (business_date, number, state, max_rejects, turns_before, manifest_sha256, replaces_id, rules,
                                silent_nights)
                        values (:date, :number, :state, '', 0, :manifest, :replaces, '2', 30) returning id
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
                            start_time, end_time, status, exit_code, exit_message, zone)
                        values (:id, 0, :id, now(), :started, :ended, :status, :exit, :message, :zone)
                        """)
                .param("id", id)
                .param("zone", ZONE.getId())
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

    /** What a plan would rather do in a table of few rows is not asked. */
    @Test
    void notes_are_found_by_their_date_however_long_the_audit_trail_is() throws SQLException {
        try (Connection session = new ReadingSessions(DATABASE.connection()).getConnection();
                Statement habit = session.createStatement()) {
            habit.execute("set enable_seqscan = off");
            String plan = String.join(
                    "\n",
                    JdbcClient.create(new SingleConnectionDataSource(session, true))
                            .sql("explain " + UndoneQuery.UNDONE)
                            .param("act", NeedsAttention.NOTE)
                            .param("zone", "UTC")
                            .param("most", 100)
                            .query(String.class)
                            .list());
            assertThat(plan).contains("audit_log_noted").doesNotContain("Scan on audit_log answer");
        }
    }

    @Test
    void nights_are_found_by_what_was_noted_about_them() {
        attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", "3 rows"), ENDED, null);
        trail.asked(ANNA, "run", FRIDAY + " run 1", "The sender was TOLD");
        assertThat(found("was told")).isEqualTo(1);
        assertThat(found("3 ROWS")).isEqualTo(1);
        assertThat(found("never said")).isZero();
    }

    private int found(String text) {
        return records.nights(new NightFilter(null, null, null, text), null, 10)
                .shown()
                .size();
    }

    @Test
    void the_hour_that_comes_twice_is_the_one_in_which_it_was_written() {
        assertThat(moment("02:50", "00:50:01Z")).isEqualTo(Instant.parse("2026-10-25T00:50:00Z"));
        assertThat(moment("02:10", "01:10:01Z")).isEqualTo(Instant.parse("2026-10-25T01:10:00Z"));
        assertThat(moment("03:30", "02:30:01Z")).isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
    }

    private static Instant moment(String told, String heard) {
        return DATABASE.jdbc()
                .sql("select moment_of(?::timestamp, 'Europe/Berlin', ?::timestamptz)")
                .params("2026-10-25 " + told, "2026-10-25 " + heard)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void a_night_over_the_end_of_summer_takes_as_long_as_it_took() {
        Instant began = Instant.parse("2026-10-25T00:50:00Z");
        Times times = new Times(began, began.plusSeconds(1200));
        long id = attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", ""), ENDED, null);
        DATABASE.jdbc().sql("""
                        update batch_job_execution set start_time = '2026-10-25 02:50', end_time = '2026-10-25 02:10'
                        where job_execution_id = ?
                        """).param(id).update();
        DATABASE.jdbc()
                .sql("update batch_job_execution set started_at = ?, ended_at = ? where job_execution_id = ?")
                .params(Timestamp.from(began), Timestamp.from(began.plusSeconds(1200)), id)
                .update();
        assertThat(read().times()).isEqualTo(times);
    }

    @Test
    void what_a_former_version_wrote_is_read_in_the_zone_of_the_settings() {
        attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", ""), ENDED, null);
        DATABASE.update("update batch_job_execution set zone = null, started_at = null, ended_at = null");
        assertThat(read().times()).isEqualTo(ENDED);
    }

    @Test
    void a_worker_in_another_zone_than_the_console_began_when_it_began() {
        attempt(run(FRIDAY, State.DISCARDED), new Recorded("FAILED", "REFUSED", ""), ENDED, null);
        DATABASE.update("""
                update batch_job_execution set zone = 'America/New_York', start_time = '2026-11-20 21:00',
                    end_time = '2026-11-20 21:01'
                """);
        assertThat(read().times()).isEqualTo(ENDED);
        assertThat(DATABASE.jdbc()
                        .sql("select column_default from information_schema.columns where column_name = 'zone'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(text -> text.contains("TimeZone"));
    }

    private Attempt read() {
        return Objects.requireNonNull(records.undone().unfinished().get(0).attempt());
    }

    private boolean isAnswered() {
        return records.undone().unfinished().get(0).answered();
    }
}
