package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nightfill.application.metrics.LastRequest;
import nightfill.application.metrics.RunRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests to run nights in the audit trail. */
public record PostgresRunRequests(JdbcClient jdbc) implements RunRequests {

    /** It only grows, and nearly all of it may be about other things. */
    private static final int WALKED = 500_000;

    /** Walks the trail backwards, and ends at the first one. */
    static final String LAST = """
            select request.subject, request.at as asked, answer.at as answered, coalesce(answer.outcome, '') as outcome
            from (select * from audit_log order by id desc limit %d) request
                left join audit_log answer on answer.answers = request.id
            where request.answers is null and request.outcome = '' and request.act ~ '^run( |$)'
            order by request.id desc limit 1
            """.formatted(WALKED);

    @Override
    public Optional<LastRequest> last() {
        return jdbc.sql(LAST).query(PostgresRunRequests::request).optional();
    }

    private static LastRequest request(ResultSet row, int index) throws SQLException {
        return new LastRequest(
                row.getString("subject"),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                moment(row),
                row.getString("outcome"));
    }

    private static @Nullable Instant moment(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered", OffsetDateTime.class);
        return answered == null ? null : answered.toInstant();
    }
}
