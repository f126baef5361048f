package nightfill.application.access;

import static nightfill.application.problem.Problems.unbalanced;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import nightfill.application.run.MutableClock;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditChain;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyTrailTest {

    /** More than are read at once. */
    private static final int ENTRIES = 2500;

    private static final Actor ANNA = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");

    private final InMemoryAuditTrail trail = new InMemoryAuditTrail(new MutableClock());
    private final VerifyTrail verify = new VerifyTrail(trail);

    @BeforeEach
    void ask() {
        IntStream.range(0, ENTRIES).forEach(number -> trail.asked(ANNA, "run", "night " + number, ""));
    }

    @Test
    void a_trail_that_is_as_it_was_written_shows_its_head() {
        assertThat(verify.verify("")).isEqualTo(new AuditChain(ENTRIES, hash(ENTRIES)));
    }

    @Test
    void an_empty_trail_is_without_fault() {
        trail.cutOffAfter(0);
        assertThat(verify.verify("")).isEqualTo(AuditChain.EMPTY);
    }

    @Test
    void the_first_entry_that_was_changed_is_named() {
        trail.forge(noted(1700));
        trail.forge(noted(1800));
        assertThat(unbalanced(() -> verify.verify("")).what()).contains("entry 1700 is not as it was written");
    }

    @Test
    void one_that_was_changed_with_its_hash_is_noticed_at_the_next() {
        trail.forge(InMemoryAuditTrail.linked(noted(1700)));
        assertThat(unbalanced(() -> verify.verify("")).what())
                .contains("entry 1701 does not continue the entry before it");
    }

    @Test
    void a_head_that_was_kept_is_found_wherever_it_is_now() {
        assertThat(verify.verify(hash(1)).length()).isEqualTo(ENTRIES);
        assertThat(verify.verify(hash(ENTRIES)).length()).isEqualTo(ENTRIES);
    }

    @Test
    void a_trail_whose_end_was_cut_off_lacks_the_head_that_was_kept() {
        String kept = hash(ENTRIES);
        trail.cutOffAfter(2000);
        trail.asked(ANNA, "run", "another night", "");
        assertThat(unbalanced(() -> verify.verify(kept)).what()).contains("no entry has the hash " + kept);
        assertThat(verify.verify("").length()).isEqualTo(2001);
    }

    private String hash(long id) {
        return trail.entry(id).link().hash();
    }

    private AuditEntry noted(long id) {
        AuditEntry entry = trail.entry(id);
        Request request = new Request(ANNA, "run", entry.request().subject(), "another note");
        return new AuditEntry(id, entry.at(), request, entry.outcome(), entry.link());
    }
}
