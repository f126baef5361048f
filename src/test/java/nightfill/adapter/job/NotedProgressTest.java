package nightfill.adapter.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.night.Progress;
import nightfill.application.night.ShownSteps;
import nightfill.application.run.MutableClock;
import nightfill.application.run.StepNotes.Note;
import nightfill.domain.watch.Phase;
import org.junit.jupiter.api.Test;

class NotedProgressTest {

    private final ShownSteps shown = new ShownSteps();
    private final List<Note> notes = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private final NotedProgress progress = new NotedProgress(shown, (step, note) -> notes.add(note), clock);

    @Test
    void rows_are_noted_once_a_second_with_the_share_of_what_this_attempt_has_to_do() {
        Progress.Step step = progress.begin("load batches", 7);
        step.at(0, 0.5);
        step.at(256, 0.6);
        clock.advance(Duration.ofSeconds(1));
        step.at(257, 0.7);
        step.at(512, 0.75);
        step.at(768, 0.9);
        step.end();

        assertThat(notes).containsExactly(new Note(512, 0.5, null));
        assertThat(shown.events()).hasSize(7);
    }

    @Test
    void a_phase_is_noted_as_soon_as_it_begins() {
        Phase first = new Phase(1, 3, "rows");
        Phase second = new Phase(2, 3, "counts");
        Progress.Step step = progress.begin("write reports", 7);
        step.phase(first);
        clock.advance(Duration.ofSeconds(1));
        step.at(256, 0.25);
        step.phase(second);

        assertThat(notes)
                .containsExactly(new Note(0, null, first), new Note(256, 0.25, first), new Note(0, null, second));
    }
}
