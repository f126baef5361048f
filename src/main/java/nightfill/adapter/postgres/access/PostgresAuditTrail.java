package nightfill.adapter.postgres.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.adapter.postgres.server.Sessions;
import nightfill.application.access.AuditTrail;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Link;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log as a table whose triggers number and chain its rows. Whoever adds to it has a session of its own: outside any
 * transaction and fence, and out of reach of whatever breaks off the work that it is about.
 */
public record PostgresAuditTrail(JdbcClient reading, JdbcClient adding) implements AuditTrail {

    private static final String ENTRIES = "select * from audit_log where id %s :id order by id %s limit :most";

    public PostgresAuditTrail(JdbcClient reading, ConnectionSettings settings) {
        this(reading, JdbcClient.create(new BriefSessions(settings)));
    }

    @Override
    public long asked(Actor actor, String act, String subject, String note) {
        return add(new Request(actor, act, subject, note), Outcome.OPEN);
    }

    @Override
    public void happened(Request request, String outcome, String message) {
        add(request, new Outcome(null, outcome, message));
    }

    private long add(Request request, Outcome outcome) {
        Actor actor = request.actor();
        try {
            return adding.sql("""
                    insert into audit_log (actor_kind, actor_name, actor_origin, act, subject, note, outcome, message)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    returning id
                    """)
                    .params(actor.kind().name(), actor.name(), actor.origin())
                    .params(request.act(), request.subject(), request.note(), outcome.word(), outcome.message())
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            throw new Problem(
                    Kind.FAILED,
                    "the database failed: the audit trail cannot be written to: " + DatabaseTrouble.of(e),
                    e,
                    Act.FIX_AND_RETRY);
        }
    }

    @Override
    public void cameOut(long asked, String outcome, String message) {
        Outcome answer = new Outcome(asked, outcome, message);
        int added = adding.sql("""
                insert into audit_log
                    (actor_kind, actor_name, actor_origin, act, subject, note, answers, outcome, message)
                select actor_kind, actor_name, actor_origin, act, subject, note, id, :outcome, :message
                from audit_log
                where id = :asked and answers is null and outcome = ''
                on conflict (answers) do nothing
                """)
                .param("asked", asked)
                .param("outcome", answer.word())
                .param("message", answer.message())
                .update();
        if (added == 0) {
            throw new IllegalStateException("entry %d of the audit trail waits for no outcome".formatted(asked));
        }
    }

    @Override
    public boolean isOpen(long asked) {
        return reading.sql("""
                select exists (
                    select from audit_log request
                    where id = :asked and answers is null and outcome = ''
                        and not exists (select from audit_log answer where answer.answers = request.id))
                """).param("asked", asked).query(Boolean.class).single();
    }

    @Override
    public List<AuditEntry> before(long id, int most) {
        return entries(ENTRIES.formatted("<", "desc"), id, most);
    }

    @Override
    public List<AuditEntry> after(long id, int most) {
        return entries(ENTRIES.formatted(">", "asc"), id, most);
    }

    private List<AuditEntry> entries(String statement, long id, int most) {
        return reading.sql(statement)
                .param("id", id)
                .param("most", most)
                .query(PostgresAuditTrail::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Request(ActorRow.read(row), row.getString("act"), row.getString("subject"), row.getString("note")),
                new Outcome(row.getObject("answers", Long.class), row.getString("outcome"), row.getString("message")),
                new Link(row.getString("previous_hash"), row.getString("hash")));
    }

    /** A session for each statement; a server that falls silent is not waited for. */
    private static final class BriefSessions extends Sessions {

        private static final Duration ANSWER = Duration.ofSeconds(10);

        private BriefSessions(ConnectionSettings settings) {
            super(settings);
        }

        @Override
        protected Connection open(ConnectionSettings as) throws SQLException {
            return as.open("socketTimeout", ANSWER);
        }
    }
}
