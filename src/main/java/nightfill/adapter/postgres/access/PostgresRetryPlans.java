package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nightfill.application.access.RetryPlans;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans in a table that only grows; the tries under one are the entries of the audit trail that have its deadline. */
public record PostgresRetryPlans(JdbcClient jdbc) implements RetryPlans {

    @Override
    public void keep(long asked, RetryPlan plan) {
        jdbc.sql("insert into retry_plan (asked, pause_seconds, until) values (?, ?, ?)")
                .params(asked, plan.pause().toSeconds(), plan.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Retries> of(Collection<Long> asked) {
        List<RetryPlan> plans = new ArrayList<>();
        List<Try> tries = new ArrayList<>();
        jdbc.sql("""
                with own as (
                    select plan.*, request.act, request.subject
                    from retry_plan plan join audit_log request on request.id = plan.asked
                    where plan.asked = any (:asked)
                    order by plan.asked desc limit 1)
                select plan.pause_seconds, plan.until, request.at as began, answer.at as ended,
                    coalesce(answer.outcome, '') as outcome
                from own
                    join retry_plan plan using (until)
                    join audit_log request
                        on request.id = plan.asked and request.act = own.act and request.subject = own.subject
                    left join audit_log answer on answer.answers = request.id
                order by request.id
                """).param("asked", asked.toArray(Long[]::new)).query(row -> {
            plans.add(new RetryPlan(
                    Duration.ofSeconds(row.getLong("pause_seconds")),
                    row.getObject("until", OffsetDateTime.class).toInstant()));
            tries.add(new Try(
                    row.getObject("began", OffsetDateTime.class).toInstant(), ended(row), row.getString("outcome")));
        });
        return tries.isEmpty() ? Optional.empty() : Optional.of(new Retries(plans.get(plans.size() - 1), tries));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended", OffsetDateTime.class);
        return ended == null ? null : ended.toInstant();
    }
}
