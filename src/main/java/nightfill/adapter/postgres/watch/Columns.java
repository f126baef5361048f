package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nightfill.adapter.postgres.access.ActorRow;
import nightfill.adapter.postgres.night.TermsRow;
import nightfill.application.figures.RunFigures;
import nightfill.application.figures.Tally;
import nightfill.application.watch.Attempt;
import nightfill.application.watch.Attempt.Asked;
import nightfill.application.watch.RunFacts;
import nightfill.application.watch.RunFacts.Published;
import nightfill.application.watch.Times;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.watch.Recorded;
import org.jspecify.annotations.Nullable;

/** Columns that several queries read, and what they hold. */
final class Columns {

    static final String FIGURES = """
            loaded_lines, loaded_units, released_lines, released_units, allocated_lines, allocated_units, open_lines,
            open_units, rows_read, rows_rejected, control_totals""";

    /** Of {@code run}. */
    static final String RUN = """
            run.id, run.business_date, run.number, run.state, %s, %s,
            (select count(*) filter (where stands) from publication where run_id = run.id) as there,
            (select count(*) from publication where run_id = run.id) as wanted""".formatted(TermsRow.COLUMNS, FIGURES);

    /** What former versions wrote has a time of day alone. */
    static final String ATTEMPT = """
            execution.job_execution_id, named.parameter_value::bigint as run_id, execution.status, execution.exit_code,
            execution.exit_message,
            coalesce(execution.started_at, execution.start_time at time zone :zone) as started,
            coalesce(execution.ended_at, execution.end_time at time zone :zone) as ended, entry.id as asked, entry.actor_kind, entry.actor_name,
            entry.actor_origin, entry.note as asked_note,
            execution.job_execution_id = (select max(job_execution_id) from batch_job_execution) as last""";

    static final String ATTEMPTS = """
            batch_job_execution_params named
                join batch_job_execution execution using (job_execution_id)
                left join batch_job_execution_params asked
                    on asked.job_execution_id = execution.job_execution_id and asked.parameter_name = 'asked'
                left join audit_log entry on entry.id = asked.parameter_value::bigint""";

    /** Of {@code waiting_urgent_line waiting}: behind the turns of all lines that runs have loaded. */
    static final String COMING_TURN = "500000000000000000 + waiting.id";

    private Columns() {}

    static @Nullable Double share(ResultSet row) throws SQLException {
        return row.getObject("share", Double.class);
    }

    static RunFacts run(ResultSet row) throws SQLException {
        return new RunFacts(
                row.getLong("id"),
                name(row),
                Run.State.valueOf(row.getString("state")),
                TermsRow.read(row),
                figures(row),
                new Published(row.getLong("there"), row.getLong("wanted")));
    }

    static RunName name(ResultSet row) throws SQLException {
        return new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number"));
    }

    /** Null where the columns of the name are. */
    static @Nullable RunName nameOrNull(ResultSet row) throws SQLException {
        return row.getObject("number") == null ? null : name(row);
    }

    static @Nullable RunFigures figures(ResultSet row) throws SQLException {
        if (row.getObject("loaded_lines") == null) {
            return null;
        }
        return new RunFigures(
                tally(row, "loaded"),
                tally(row, "released"),
                tally(row, "allocated"),
                tally(row, "open"),
                new RunFigures.Rows(row.getLong("rows_read"), row.getLong("rows_rejected")),
                row.getLong("control_totals"));
    }

    private static Tally tally(ResultSet row, String of) throws SQLException {
        return new Tally(row.getLong(of + "_lines"), row.getLong(of + "_units"));
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong("job_execution_id"),
                row.getLong("run_id"),
                row.getBoolean("last"),
                new Recorded(row.getString("status"), text(row, "exit_code"), firstLine(text(row, "exit_message"))),
                times(row, "started", "ended"),
                asked(row));
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        long entry = row.getLong("asked");
        return row.wasNull() ? null : new Asked(entry, ActorRow.read(row), row.getString("asked_note"));
    }

    static Times times(ResultSet row, String started, String ended) throws SQLException {
        return new Times(instant(row, started), instant(row, ended));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
