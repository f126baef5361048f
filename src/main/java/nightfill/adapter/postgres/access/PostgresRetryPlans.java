package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nightfill.application.access.RetryPlans;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import nightfill.domain.words.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Plans in a table that only grows; the tries under one are the entries of the audit trail that have its deadline. */
public record PostgresRetryPlans(JdbcClient jdbc) implements RetryPlans {

    private static final String LAST = """
            select plan.*, request.act, request.subject
            from retry_plan plan join audit_log request on request.id = plan.asked
            where plan.asked = any (:asked)
            order by plan.asked desc limit 1""";
    private static final String DATES = """
            select distinct on (request.subject) plan.*, request.act, request.subject
            from retry_plan plan join audit_log request on request.id = plan.asked
            where plan.until > :since and request.act ~ '^run( |$)'
            order by request.subject desc, plan.asked desc""";
    private static final String TRIES = """
            with own as (%s)
            select own.subject as tried, plan.pause_seconds, plan.until, request.at as began, answer.at as ended,
                coalesce(answer.outcome, '') as came_to, coalesce(answer.message, '') as said
            from own
                join retry_plan plan using (until)
                join audit_log request
                    on request.id = plan.asked and request.act = own.act and request.subject = own.subject
                left join audit_log answer on answer.answers = request.id
            order by own.subject desc, request.id
            """;

    private static final String COMING = """
            select * from (%s) tries full join (%s) open on false
            order by tried desc, began, id desc
            """.formatted(TRIES.formatted(LAST), PostgresAuditTrail.OPEN);

    @Override
    public void keep(long asked, RetryPlan plan) {
        jdbc.sql("insert into retry_plan (asked, pause_seconds, until) values (?, ?, ?)")
                .params(asked, plan.pause().toSeconds(), plan.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Planned> dates(Instant since) {
        List<Planned> found = new ArrayList<>();
        tries(DATES).param("since", since.atOffset(ZoneOffset.UTC)).query(Tried::read).list().stream()
                .collect(Collectors.groupingBy(Tried::subject, LinkedHashMap::new, Collectors.toList()))
                .forEach((subject, tries) -> Dates.parse(subject)
                        .ifPresent(date -> found.add(new Planned(
                                date,
                                Tried.together(tries),
                                tries.get(tries.size() - 1).message()))));
        return found;
    }

    @Override
    public Coming coming(Collection<Long> asked, long after, Instant since) {
        List<Tried> tries = new ArrayList<>();
        List<AuditEntry> open = new ArrayList<>();
        jdbc.sql(COMING)
                .param("asked", asked.toArray(Long[]::new))
                .param("after", after)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    if (row.getString("tried") == null) {
                        open.add(AuditRow.entry(row, 0));
                    } else {
                        tries.add(Tried.read(row, 0));
                    }
                });
        return new Coming(tries.isEmpty() ? Optional.empty() : Optional.of(Tried.together(tries)), open);
    }

    private StatementSpec tries(String plans) {
        return jdbc.sql(TRIES.formatted(plans));
    }

    /** A try, and the plan as it was then. */
    private record Tried(String subject, RetryPlan plan, Try one, String message) {

        static Tried read(ResultSet row, int index) throws SQLException {
            return new Tried(
                    row.getString("tried"),
                    new RetryPlan(Duration.ofSeconds(row.getLong("pause_seconds")), moment(row, "until")),
                    new Try(
                            moment(row, "began"),
                            row.getObject("ended") == null ? null : moment(row, "ended"),
                            row.getString("came_to")),
                    row.getString("said"));
        }

        private static Instant moment(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        static Retries together(List<Tried> tries) {
            return new Retries(
                    tries.get(tries.size() - 1).plan(),
                    tries.stream().map(Tried::one).toList());
        }
    }
}
