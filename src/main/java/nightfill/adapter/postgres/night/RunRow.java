package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;

/** Reads runs as they are in their table. */
final class RunRow {

    static final String SELECT = """
            select id, business_date, number, state, previous_id, replaces_id, turns_before, manifest_sha256, %s
            from run
            """.formatted(TermsRow.COLUMNS);

    private RunRow() {}

    static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getLong("id"),
                new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number")),
                row.getObject("previous_id", Long.class),
                row.getObject("replaces_id", Long.class),
                TermsRow.read(row),
                new Run.Progress(
                        Run.State.valueOf(row.getString("state")),
                        row.getLong("turns_before"),
                        row.getString("manifest_sha256")));
    }
}
