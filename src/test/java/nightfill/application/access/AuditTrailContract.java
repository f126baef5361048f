package nightfill.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import nightfill.domain.access.Actor;
import nightfill.domain.access.AuditChain;
import nightfill.domain.access.AuditEntry;
import nightfill.domain.access.AuditEntry.Outcome;
import nightfill.domain.access.AuditEntry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every audit trail must do, whatever is in it already. */
public abstract class AuditTrailContract {

    private static final Actor ANNA = new Actor(Actor.Kind.HOST, "anna", "process 77 on shop-1");

    protected abstract AuditTrail trail();

    @Test
    void a_request_and_its_outcome_are_two_entries_by_the_same_actor() {
        long asked = asked("feeds were late");
        trail().cameOut(asked, "REFUSED", "no feeds");

        List<AuditEntry> last = trail().after(asked - 1, 10);
        Request request = new Request(ANNA, "run", "2026-11-20", "feeds were late");
        assertThat(last).extracting(AuditEntry::id).containsExactly(asked, asked + 1);
        assertThat(last).extracting(AuditEntry::request).containsExactly(request, request);
        assertThat(last)
                .extracting(AuditEntry::outcome)
                .containsExactly(Outcome.OPEN, new Outcome(asked, "REFUSED", "no feeds"));
        assertThat(last.get(1).at()).isAfterOrEqualTo(last.get(0).at());
    }

    @Test
    void a_request_has_one_outcome() {
        long asked = asked("");
        assertThat(trail().isOpen(asked)).isTrue();
        assertThat(trail().answerTo(asked)).isEmpty();
        trail().cameOut(asked, "DONE", "");
        assertThat(trail().isOpen(asked)).isFalse();
        assertThat(trail().answerTo(asked)).map(AuditEntry::id).contains(asked + 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> trail().cameOut(asked, "FAILED", ""))
                .withMessageContaining("entry " + asked);
        assertThat(trail().after(asked + 1, 1)).isEmpty();
    }

    @Test
    void what_is_over_already_is_one_entry_that_waits_for_nothing() {
        long before = asked("");
        Request request = new Request(ANNA, "log in", "", "");
        trail().happened(request, "REFUSED", "wrong");

        List<AuditEntry> last = trail().after(before, 10);
        assertThat(last).extracting(AuditEntry::request).containsExactly(request);
        assertThat(last).extracting(AuditEntry::outcome).containsExactly(new Outcome(null, "REFUSED", "wrong"));
        assertThat(trail().isOpen(before + 1)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> trail().cameOut(before + 1, "DONE", ""));
    }

    @Test
    void neither_an_outcome_nor_what_does_not_exist_has_an_outcome() {
        long asked = asked("");
        trail().cameOut(asked, "DONE", "");

        for (long other : new long[] {asked + 1, asked + 2, 0}) {
            assertThat(trail().isOpen(other)).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> trail().cameOut(other, "DONE", ""));
        }
    }

    @Test
    void whoever_decided_before_another_request_about_the_same_asks_in_vain() {
        long seen = asked("");
        Request again = new Request(ANNA, "run --take-over", "2026-11-20", "");
        Request other = new Request(ANNA, "publish", "/pub", "");
        Request rival = new Request(ANNA, "abandon", "execution 1", "");

        long first = trail().askedUnlessSince(seen, again).orElseThrow();
        assertThat(trail().askedUnlessSince(seen, again)).isEmpty();
        assertThat(trail().askedUnlessSince(seen, rival)).isEmpty();
        assertThat(trail().askedUnlessSince(seen, other)).contains(first + 1);
        trail().cameOut(first, "DONE", "");
        assertThat(trail().askedUnlessSince(seen, again)).isEmpty();
        assertThat(trail().askedUnlessSince(first, again)).contains(first + 3);
    }

    @Test
    void of_many_who_ask_for_the_same_at_once_one_does() {
        long seen = asked("");
        Request request = new Request(ANNA, "run", "2026-11-20", "");

        assertThat(IntStream.range(0, 8)
                        .parallel()
                        .filter(each -> trail().askedUnlessSince(seen, request).isPresent())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void entries_are_read_a_page_at_a_time_from_either_end() {
        long first = asked("");
        asked("");
        long last = asked("");

        assertThat(trail().after(first - 1, 2)).extracting(AuditEntry::id).containsExactly(first, first + 1);
        assertThat(trail().after(first + 1, 2)).extracting(AuditEntry::id).containsExactly(last);
        assertThat(trail().after(last, 2)).isEmpty();
        assertThat(trail().before(Long.MAX_VALUE, 2)).extracting(AuditEntry::id).containsExactly(last, last - 1);
        assertThat(trail().before(last - 1, 1)).extracting(AuditEntry::id).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\r\nb\tc",
                "'; drop table audit_log; --",
                "\"a\\b\" | {c} $1 % ?",
                "3:abc,0:,",
                "Zoë 東京 🪑",
                "a\u0301\u200f\u0085\u001b[31m",
                "\u0001\u007f"
            })
    void any_text_is_kept_as_it_is_and_hashed_alike(String text) {
        Request request = new Request(new Actor(Actor.Kind.CONSOLE, text, text), text, text, text);
        long asked = trail().asked(request.actor(), text, text, text);
        trail().cameOut(asked, text + "DONE", text);

        List<AuditEntry> kept = trail().after(asked - 1, 2);
        assertThat(kept).extracting(AuditEntry::request).containsExactly(request, request);
        assertThat(kept.get(1).outcome()).isEqualTo(new Outcome(asked, text + "DONE", text));
        assertThat(kept).allSatisfy(entry -> assertThat(entry.link().hash()).isEqualTo(AuditChain.hash(entry)));
    }

    @Test
    void what_a_database_cannot_keep_is_made_visible() {
        long asked = trail().asked(new Actor(Actor.Kind.TOKEN, "a\0b", "c\0"), "\0", "\0\0", "d\0");
        trail().cameOut(asked, "DONE\0", "e\0");

        AuditEntry kept = trail().after(asked, 1).get(0);
        assertThat(kept.request()).isEqualTo(new Request(new Actor(Actor.Kind.TOKEN, "a␀b", "c␀"), "␀", "␀␀", "d␀"));
        assertThat(kept.outcome()).isEqualTo(new Outcome(asked, "DONE␀", "e␀"));
    }

    @Test
    void all_entries_form_one_chain() {
        asked("");
        trail().cameOut(asked(""), "DONE", "");

        AuditChain chain = new VerifyTrail(trail()).verify("");

        AuditEntry last = trail().before(Long.MAX_VALUE, 1).get(0);
        assertThat(chain).isEqualTo(new AuditChain(last.id(), last.link().hash()));
    }

    private long asked(String note) {
        return trail().asked(ANNA, "run", "2026-11-20", note);
    }
}
