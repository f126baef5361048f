package nightfill.application.access;

import static nightfill.application.access.Door.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.Role;
import org.junit.jupiter.api.Test;

class AccessTrailTest {

    private static final Actor ACTOR = new Actor(Actor.Kind.CONSOLE, "Ann", "192.0.2.1");

    private final Door door = new Door();
    private final InMemoryAuditTrail log = new InMemoryAuditTrail(door.clock);
    private final List<Runnable> waiting = new ArrayList<>();
    private final AccessTrail trail = new AccessTrail(log, door.accounts, new SomeLater(waiting::add), door.clock);

    @Test
    void who_comes_and_goes_leaves_an_entry_each() {
        trail.loggedIn(ACTOR);
        trail.loggedOut(ACTOR);

        assertThat(lines()).containsExactly("Ann: log in DONE ", "Ann: log out DONE ");
    }

    @Test
    void whoever_cannot_be_noted_does_not_come_in_but_goes() {
        log.goAway();

        assertThatThrownBy(() -> trail.loggedIn(ACTOR)).isInstanceOf(IllegalStateException.class);
        trail.loggedOut(ACTOR);
        trail.refused(ACTOR, "abandon", "2026-11-20", "role viewer");
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_name_that_exists_is_named_as_it_is_spelled_and_no_other_is_kept() {
        door.complete(ANN, Role.VIEWER);
        refuse("ann");
        refuse("over the hills and far");
        refuse("bob");

        assertThat(lines())
                .containsExactly(
                        "Ann: log in REFUSED name, password or code was wrong",
                        "unknown name: log in REFUSED name, password or code was wrong",
                        "unknown name: log in REFUSED name, password or code was wrong");
    }

    /** Nothing is looked up or written while the person waits, so that a clock shows nothing. */
    @Test
    void a_refused_log_in_is_noted_later() {
        trail.refusedLogIn("ann", "192.0.2.1");

        assertThat(lines()).isEmpty();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void a_flood_of_strangers_becomes_few_entries_and_hides_nobody_elses() {
        door.complete(ANN, Role.VIEWER);
        for (int number = 0; number < 10_000; number++) {
            refuse("stranger" + number);
        }
        refuse("ann");
        door.clock.advance(Duration.ofMinutes(1));
        refuse("again");

        assertThat(lines()).hasSize(22);
        assertThat(lines().get(20)).startsWith("Ann: ");
        assertThat(lines().get(21)).endsWith("; 9980 more before this were not noted one by one");
    }

    @Test
    void an_account_cannot_flood_the_trail_either() {
        for (int number = 0; number < 1000; number++) {
            trail.refused(ACTOR, "GET /accounts", "/accounts", "role viewer is too low");
        }

        assertThat(lines()).hasSize(20).contains("Ann: GET /accounts REFUSED role viewer is too low");
    }

    private void refuse(String name) {
        trail.refusedLogIn(name, "192.0.2.1");
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private List<String> lines() {
        return log.entries().stream().map(AccessTrailTest::line).toList();
    }

    private static String line(AuditEntry entry) {
        return "%s: %s %s %s"
                .formatted(
                        entry.request().actor().name(),
                        entry.request().act(),
                        entry.outcome().word(),
                        entry.outcome().message());
    }
}
