package nightfill.application.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nightfill.application.figures.RunFigures;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What everyone who notes publications must do. */
public abstract class PublicationsContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Path DROP = Path.of("/srv/drop");
    private static final Path AUDIT = Path.of("/srv/audit");

    protected abstract Publications publications();

    protected abstract Runs runs();

    /** Takes back all that the run did that was the last to do anything. */
    protected abstract void undo(Run run);

    @Test
    void a_run_is_owed_as_soon_as_it_is_finished() {
        Run run = runs().open(FRIDAY, Terms.USUAL, null);
        publications().owe(DROP, List.of(run));
        assertThat(publications().owed()).isEmpty();
        Run begun = runs().begin(run);
        assertThat(publications().owed()).isEmpty();
        finish(begun);
        assertThat(publications().owed()).containsExactly(DROP);
        publications().owe(DROP, List.of(run));
        assertThat(publications().owed()).containsExactly(DROP);
    }

    @Test
    void directories_are_listed_once_and_in_order() {
        Run friday = finish(begin(FRIDAY));
        Run saturday = finish(begin(FRIDAY.plusDays(1)));
        publications().owe(DROP, List.of(friday, saturday));
        publications().owe(AUDIT, List.of(saturday));
        assertThat(publications().owed()).containsExactly(AUDIT, DROP);
    }

    @Test
    void what_stands_in_a_directory_is_not_owed_to_it_any_more() {
        Run friday = finish(begin(FRIDAY));
        Run saturday = finish(begin(FRIDAY.plusDays(1)));
        publications().owe(DROP, List.of(friday, saturday));
        publications().published(DROP, List.of(friday));
        assertThat(publications().owed()).containsExactly(DROP);
        assertThat(publications().published(DROP)).containsExactly(friday.id());
        publications().published(DROP, List.of(saturday));
        assertThat(publications().owed()).isEmpty();
        assertThat(publications().published(DROP)).containsExactlyInAnyOrder(friday.id(), saturday.id());
        assertThat(publications().published(AUDIT)).isEmpty();
    }

    @Test
    void what_does_not_stand_there_after_all_is_owed_again() {
        Run friday = finish(begin(FRIDAY));
        publications().published(DROP, List.of(friday));
        publications().owe(DROP, List.of(friday));
        assertThat(publications().owed()).containsExactly(DROP);
        assertThat(publications().published(DROP)).isEmpty();
    }

    @Test
    void a_run_that_was_replaced_is_owed_all_the_same() {
        Run first = finish(begin(FRIDAY));
        publications().owe(DROP, List.of(first));
        runs().open(FRIDAY, Terms.USUAL, first);
        undo(first);
        assertThat(publications().owed()).containsExactly(DROP);
    }

    @Test
    void a_run_that_came_to_nothing_is_owed_to_nobody() {
        Run abandoned = begin(FRIDAY);
        publications().owe(DROP, List.of(abandoned));
        undo(abandoned);
        Run discarded = runs().open(FRIDAY, Terms.USUAL, null);
        publications().owe(DROP, List.of(discarded));
        runs().discard(discarded);
        assertThat(publications().owed()).isEmpty();
    }

    @Test
    void nothing_is_known_of_a_directory_that_was_forgotten() {
        Run friday = finish(begin(FRIDAY));
        Run saturday = finish(begin(FRIDAY.plusDays(1)));
        for (Path directory : List.of(DROP, AUDIT)) {
            publications().published(directory, List.of(friday));
            publications().owe(directory, List.of(saturday));
        }
        publications().forget(DROP);
        assertThat(publications().owed()).containsExactly(AUDIT);
        assertThat(publications().published(DROP)).isEmpty();
        assertThat(publications().published(AUDIT)).containsExactly(friday.id());
    }

    private Run begin(LocalDate date) {
        return runs().begin(runs().open(date, Terms.USUAL, null));
    }

    private Run finish(Run run) {
        runs().finish(run, "a".repeat(64), Map.of(), RunFigures.NONE);
        return runs().get(run.id());
    }
}
