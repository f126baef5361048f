package nightfill.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import nightfill.domain.run.Acceptance;
import org.junit.jupiter.api.Test;

class ActTest {

    @Test
    void what_changes_what_counts_needs_a_note() {
        assertThat(EnumSet.allOf(Act.class))
                .filteredOn(Act::needsNote)
                .containsExactlyInAnyOrder(
                        Act.TAKE_OVER,
                        Act.ACCEPT_SAME_FEED,
                        Act.ACCEPT_SHRUNK_FEEDS,
                        Act.ACCEPT_RENUMBERED,
                        Act.ABANDON,
                        Act.CORRECT);
    }

    @Test
    void the_same_and_accounts_need_a_fresh_factor() {
        assertThat(EnumSet.allOf(Act.class))
                .filteredOn(Act::needsFreshFactor)
                .containsExactlyInAnyOrder(
                        Act.TAKE_OVER,
                        Act.ACCEPT_SAME_FEED,
                        Act.ACCEPT_SHRUNK_FEEDS,
                        Act.ACCEPT_RENUMBERED,
                        Act.ABANDON,
                        Act.CORRECT,
                        Act.MANAGE_ACCOUNTS);
    }

    @Test
    void each_guard_can_be_accepted_by_one_act() {
        assertThat(Arrays.stream(Act.values()).flatMap(act -> act.accepted().stream()))
                .containsExactly(Acceptance.values());
    }

    @Test
    void each_act_has_a_title_of_its_own() {
        assertThat(EnumSet.allOf(Act.class))
                .extracting(Act::title)
                .doesNotHaveDuplicates()
                .allMatch(title -> title.matches("[a-z]+( [a-z]+)*"));
    }
}
