package nightfill.domain.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LineStateTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, ALLOCATED CANCELLED LEFT",
        "ALLOCATED, OPEN DISPATCHED CANCELLED",
        "DISPATCHED, ''",
        "CANCELLED, ''",
        "LEFT, ''",
    })
    void only_these_follow(LineState state, String following) {
        List<String> allowed = Arrays.stream(LineState.values())
                .filter(state::canBecome)
                .map(LineState::name)
                .toList();
        assertThat(String.join(" ", allowed)).isEqualTo(following);
    }

    @ParameterizedTest
    @EnumSource
    void an_allowed_step_leads_there_and_any_other_is_a_mistake(LineState state) {
        for (LineState next : LineState.values()) {
            if (state.canBecome(next)) {
                assertThat(state.to(next)).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> state.to(next))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("%s is never followed by %s", state, next);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_line_is_closed_when_nothing_can_follow(LineState state) {
        assertThat(state.isClosed()).isEqualTo(Arrays.stream(LineState.values()).noneMatch(state::canBecome));
    }
}
