package nightfill.adapter.postgres.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nightfill.domain.run.Acceptance;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;

/** Reads runs as they are in their table. */
final class RunRow {

    static final String SELECT = """
            select id, business_date, number, state, previous_id, replaces_id, max_rejects,
                accept_same_feed, accept_shrunk_feeds, after_restore, turns_before, manifest_sha256
            from run
            """;

    private RunRow() {}

    static Run run(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getLong("id"),
                new RunName(row.getObject("business_date", LocalDate.class), row.getInt("number")),
                row.getObject("previous_id", Long.class),
                row.getObject("replaces_id", Long.class),
                terms(row),
                new Run.Progress(
                        Run.State.valueOf(row.getString("state")),
                        row.getObject("turns_before", Long.class),
                        row.getString("manifest_sha256")));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        Set<Acceptance> accepted = EnumSet.noneOf(Acceptance.class);
        if (row.getBoolean("accept_same_feed")) {
            accepted.add(Acceptance.SAME_FEED);
        }
        if (row.getBoolean("accept_shrunk_feeds")) {
            accepted.add(Acceptance.SHRUNK_FEEDS);
        }
        return new Terms(row.getString("max_rejects"), accepted, row.getBoolean("after_restore"));
    }
}
