package nightfill.adapter.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import nightfill.application.access.FailedLogIns;
import nightfill.domain.access.Throttle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Failures to log in, in PostgreSQL, so that all consoles know of them. */
public record PostgresFailedLogIns(JdbcClient jdbc) implements FailedLogIns {

    @Override
    public Throttle of(String key) {
        return jdbc.sql("select failures, last_at from failed_log_in where key = ?")
                .param(key)
                .query(PostgresFailedLogIns::throttle)
                .optional()
                .orElse(Throttle.NONE);
    }

    private static Throttle throttle(ResultSet row, int index) throws SQLException {
        return new Throttle(
                row.getInt("failures"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public boolean note(String key, Throttle before, Throttle after) {
        return jdbc.sql("""
                insert into failed_log_in (key, failures, last_at) values (:key, :failures, :last)
                on conflict (key) do update set failures = :failures, last_at = :last
                where failed_log_in.failures = :failuresBefore and failed_log_in.last_at = :lastBefore
                """)
                        .param("key", key)
                        .param("failures", after.failures())
                        .param("last", after.last().atOffset(ZoneOffset.UTC))
                        .param("failuresBefore", before.failures())
                        .param("lastBefore", before.last().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public void forget(String key) {
        jdbc.sql("delete from failed_log_in where key = ?").param(key).update();
    }

    @Override
    public void forgetBefore(Instant time) {
        jdbc.sql("delete from failed_log_in where last_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
