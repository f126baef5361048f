package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import nightfill.domain.access.AuditEntry.Link;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00.123456Z");
    private static final Request REQUEST =
            new Request(new Actor(Actor.Kind.HOST, "Zoë", "process 77 on shop-1"), "run", "2026-11-20", "late");
    private static final AuditEntry FIRST = linked(1, REQUEST, Outcome.OPEN, AuditChain.EMPTY.head());
    private static final AuditEntry SECOND =
            linked(2, REQUEST, new Outcome(1L, "DONE", "finished"), FIRST.link().hash());

    /** Worked out without this program. */
    @Test
    void the_hash_is_that_of_all_fields_each_behind_its_length_in_bytes() {
        assertThat(FIRST.link().hash()).isEqualTo("ca3d2a0d5ac3d8fc7a7893b10f90ec39fdc15e44bd663108468a4934f57acffc");
        assertThat(SECOND.link().hash()).isEqualTo("e0c1aa0979e96631651f94200ef478a7e735c09fde8effae37eebeb0846b9987");
    }

    @Test
    void entries_that_continue_each_other_are_without_fault() {
        assertThat(AuditChain.EMPTY.fault(FIRST)).isEmpty();
        AuditChain chain = AuditChain.EMPTY.and(FIRST);
        assertThat(chain.fault(SECOND)).isEmpty();
        assertThat(chain.and(SECOND)).isEqualTo(new AuditChain(2, SECOND.link().hash()));
    }

    @Test
    void one_that_is_missing_is_noticed() {
        assertThat(AuditChain.EMPTY.fault(SECOND)).contains("entry 1 is missing");
        assertThat(AuditChain.EMPTY.and(FIRST).fault(FIRST)).contains("entry 2 is missing");
    }

    @Test
    void one_that_was_put_in_place_of_another_is_noticed() {
        AuditEntry other = linked(2, REQUEST, Outcome.OPEN, "f".repeat(64));
        assertThat(AuditChain.EMPTY.and(FIRST).fault(other)).contains("entry 2 does not continue the entry before it");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void any_change_is_noticed(AuditEntry changed) {
        assertThat(AuditChain.EMPTY.and(FIRST).fault(changed)).contains("entry 2 is not as it was written");
    }

    static Stream<AuditEntry> changes() {
        Actor actor = REQUEST.actor();
        Outcome outcome = SECOND.outcome();
        return Stream.of(
                changed(SECOND.at().plusNanos(1000), REQUEST, outcome),
                changed(AT, by(new Actor(Actor.Kind.SCHEDULER, actor.name(), actor.origin())), outcome),
                changed(AT, by(new Actor(actor.kind(), "Zoe", actor.origin())), outcome),
                changed(AT, by(new Actor(actor.kind(), actor.name(), "")), outcome),
                changed(AT, new Request(actor, "ru", "n2026-11-20", "late"), outcome),
                changed(AT, new Request(actor, "run", "2026-11-20late", ""), outcome),
                changed(AT, REQUEST, new Outcome(null, "DONE", "finished")),
                changed(AT, REQUEST, new Outcome(2L, "DONE", "finished")),
                changed(AT, REQUEST, new Outcome(1L, "DONEf", "inished")),
                changed(AT, REQUEST, new Outcome(1L, "DONE", "finished ")));
    }

    private static Request by(Actor actor) {
        return new Request(actor, REQUEST.act(), REQUEST.subject(), REQUEST.note());
    }

    private static AuditEntry changed(Instant at, Request request, Outcome outcome) {
        return new AuditEntry(2, at, request, outcome, SECOND.link());
    }

    private static AuditEntry linked(long id, Request request, Outcome outcome, String previous) {
        AuditEntry entry = new AuditEntry(id, AT, request, outcome, new Link(previous, ""));
        return new AuditEntry(id, AT, request, outcome, new Link(previous, AuditChain.hash(entry)));
    }
}
