package nightfill.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightfill.domain.watch.Phase;
import org.junit.jupiter.api.Test;

class PhasesTest {

    @Test
    void each_part_is_shown_before_it_is_worked() {
        List<String> events = new ArrayList<>();
        HowFar shown = new HowFar() {
            @Override
            public void at(long rows, double share) {}

            @Override
            public void phase(Phase phase) {
                events.add("%d of %d: %s".formatted(phase.number(), phase.of(), phase.name()));
            }
        };

        new Phases()
                .then("lines", () -> events.add("lines are loaded"))
                .then("batches", () -> events.add("batches are taken"))
                .work(shown);

        assertThat(events).containsExactly("1 of 2: lines", "lines are loaded", "2 of 2: batches", "batches are taken");
    }
}
