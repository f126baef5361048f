package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Link;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;

/** Reads entries as they are in the audit log. */
final class AuditRow {

    private AuditRow() {}

    static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                request(row),
                new Outcome(row.getObject("answers", Long.class), row.getString("outcome"), row.getString("message")),
                new Link(row.getString("previous_hash"), row.getString("hash")));
    }

    static Request request(ResultSet row) throws SQLException {
        return new Request(ActorRow.read(row), row.getString("act"), row.getString("subject"), row.getString("note"));
    }
}
