package nightfill.adapter.postgres.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightfill.application.watch.Answers;

/** Notes in the audit trail: those whose subject is a date, or something of it. */
public record PostgresAnswers(Reading reading) implements Answers {

    private static final String ANSWERED = """
            select distinct day::date
            from unnest(:days::text[], :moments::timestamptz[]) trouble (day, since)
                join audit_log on left(subject, 10) = day and at > since
            where note <> ''
            """;

    @Override
    public Set<LocalDate> answered(Map<LocalDate, Instant> troubles) {
        if (troubles.isEmpty()) {
            return Set.of();
        }
        List<String> days = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        troubles.forEach((day, since) -> {
            days.add(day.toString());
            moments.add(since.toString());
        });
        return reading.read(jdbc -> jdbc.sql(ANSWERED)
                .param("days", days.toArray(String[]::new))
                .param("moments", moments.toArray(String[]::new))
                .query(LocalDate.class)
                .set());
    }
}
