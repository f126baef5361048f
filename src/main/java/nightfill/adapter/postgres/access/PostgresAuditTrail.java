package nightfill.adapter.postgres.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.adapter.postgres.server.Sessions;
import nightfill.application.access.AuditTrail;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log as a table whose triggers number and chain its rows. Whoever adds to it has a session of its own: outside any
 * transaction and fence, and out of reach of whatever breaks off the work that it is about.
 */
public record PostgresAuditTrail(JdbcClient reading, JdbcClient adding, TransactionOperations together)
        implements AuditTrail {

    /** The lock under which the trigger chains entries. */
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(x'4175646974'::bigint)";

    /** Requests that have no outcome yet. */
    static final String OPEN = """
            select * from audit_log request
            where id > :after and at > :since and answers is null and outcome = ''
                and not exists (select from audit_log answer where answer.answers = request.id)
            """;

    private static final String ENTRIES = "select * from audit_log where id %s :id order by id %s limit :most";

    public PostgresAuditTrail(JdbcClient reading, ConnectionSettings settings) {
        this(reading, new BriefSessions(settings));
    }

    private PostgresAuditTrail(JdbcClient reading, DataSource brief) {
        this(reading, JdbcClient.create(brief), new TransactionTemplate(new JdbcTransactionManager(brief)));
    }

    @Override
    public long asked(Actor actor, String act, String subject, String note) {
        return explaining(() -> add(new Request(actor, act, subject, note), Outcome.OPEN));
    }

    @Override
    public void happened(Request request, String outcome, String message) {
        explaining(() -> add(request, new Outcome(null, outcome, message)));
    }

    @Override
    public Optional<Long> askedUnlessSince(long entry, Request request) {
        return explaining(() -> Objects.requireNonNull(together.execute(transaction -> {
            adding.sql(ONE_AFTER_THE_OTHER).query((row, index) -> index).list();
            return isOvertaken(entry, request) ? Optional.<Long>empty() : Optional.of(add(request, Outcome.OPEN));
        })));
    }

    private boolean isOvertaken(long entry, Request request) {
        return adding
                .sql("select * from audit_log where id > ? and outcome = ''")
                .param(entry)
                .query((row, index) -> AuditRow.request(row))
                .list()
                .stream()
                .anyMatch(request::rivals);
    }

    private long add(Request request, Outcome outcome) {
        Actor actor = request.actor();
        return adding.sql("""
                insert into audit_log (actor_kind, actor_name, actor_origin, act, subject, note, outcome, message)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                returning id
                """)
                .params(actor.kind().name(), actor.name(), actor.origin())
                .params(request.act(), request.subject(), request.note(), outcome.word(), outcome.message())
                .query(Long.class)
                .single();
    }

    private static <T> T explaining(Supplier<T> adding) {
        try {
            return adding.get();
        } catch (DataAccessException | TransactionException e) {
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
    public List<AuditEntry> open(long after, Instant since) {
        return reading.sql(OPEN + "order by id desc")
                .param("after", after)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(AuditRow::entry)
                .list();
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
    public Optional<AuditEntry> answerTo(long asked) {
        return reading.sql("select * from audit_log where answers = ?")
                .param(asked)
                .query(AuditRow::entry)
                .optional();
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
                .query(AuditRow::entry)
                .list();
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
