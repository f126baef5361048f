package nightfill.adapter.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nightfill.adapter.postgres.access.PostgresAuditTrail;
import nightfill.adapter.postgres.server.MigratedDatabase;
import nightfill.adapter.postgres.server.ReadingSessions;
import nightfill.application.access.AuditTrail;
import nightfill.application.watch.Answers;
import nightfill.domain.access.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAnswersIT {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Actor ANNA = new Actor(Actor.Kind.CONSOLE, "anna", "10.0.0.7");

    private final MigratedDatabase database = new MigratedDatabase();
    private final Answers answers = new PostgresAnswers(new Reading(new ReadingSessions(database.connection())));

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void a_date_is_answered_by_a_note_about_it_that_came_later() {
        AuditTrail trail = new PostgresAuditTrail(database.jdbc(), database.connection());
        trail.asked(ANNA, "note", FRIDAY.toString(), "the sender was told");
        trail.asked(ANNA, "note", FRIDAY.plusDays(1) + " run 1", "it is a holiday");
        trail.asked(ANNA, "run", FRIDAY.plusDays(2).toString(), "");
        Instant later =
                Instant.ofEpochSecond(database.number("select extract(epoch from clock_timestamp())::bigint + 1"));

        assertThat(answers.answered(Map.of(
                        FRIDAY,
                        Instant.EPOCH,
                        FRIDAY.plusDays(1),
                        Instant.EPOCH,
                        FRIDAY.plusDays(2),
                        Instant.EPOCH,
                        FRIDAY.plusDays(3),
                        Instant.EPOCH)))
                .containsExactlyInAnyOrder(FRIDAY, FRIDAY.plusDays(1));
        assertThat(answers.answered(Map.of(FRIDAY, later))).isEmpty();
        assertThat(answers.answered(Map.of())).isEmpty();
    }
}
