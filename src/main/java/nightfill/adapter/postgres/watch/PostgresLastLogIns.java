package nightfill.adapter.postgres.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import nightfill.application.access.AccessTrail;
import nightfill.application.access.LastLogIns;

/** Looks no further back than 100,000 entries, so that a long trail is not read through for a page. */
public record PostgresLastLogIns(Reading reading) implements LastLogIns {

    private static final String LAST = """
            select actor_name, max(at) as at
            from audit_log
            where id > (select max(id) from audit_log) - 100000
                and act = :act and outcome = 'DONE' and actor_kind = 'CONSOLE'
            group by actor_name
            """;

    private record Seen(String name, Instant at) {

        static Seen of(ResultSet row, int index) throws SQLException {
            return new Seen(
                    row.getString("actor_name"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        }
    }

    @Override
    public Map<String, Instant> byName() {
        return reading
                .read(jdbc -> jdbc.sql(LAST)
                        .param("act", AccessTrail.LOG_IN)
                        .query(Seen::of)
                        .list())
                .stream()
                .collect(Collectors.toMap(Seen::name, Seen::at));
    }
}
