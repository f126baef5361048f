package nightfill.application.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nightfill.domain.run.Run;
import nightfill.domain.run.RunName;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Run ONE = run(1, 20);
    private static final Run TWO = run(2, 21);
    private static final Run LATE = run(3, 19);
    private static final List<Run> ALL = List.of(ONE, TWO, LATE);
    private static final Set<LocalDate> DATES = Set.of(ONE.date(), TWO.date(), LATE.date());

    @Test
    void to_an_empty_directory_all_runs_are_added() {
        Selection selection = Selection.of(ALL, Set.of(), Set.of());

        assertThat(selection.added()).isEqualTo(ALL);
        assertThat(selection.newest()).isEmpty();
        assertThat(selection.compared()).isEqualTo(ALL);
    }

    @Test
    void of_those_that_stand_only_the_one_run_last_is_compared() {
        Selection selection = Selection.of(ALL, Set.of(1L, 2L, 3L), DATES);

        assertThat(selection.added()).isEmpty();
        assertThat(selection.compared()).containsExactly(LATE);
    }

    @Test
    void what_stands_there_without_being_noted_is_looked_into() {
        Selection selection = Selection.of(ALL, Set.of(3L), DATES);

        assertThat(selection.added()).containsExactly(ONE, TWO);
        assertThat(selection.compared()).containsExactly(ONE, TWO, LATE);
    }

    @Test
    void what_is_noted_and_not_there_any_more_is_added_again() {
        Selection selection = Selection.of(ALL, Set.of(1L, 2L, 3L), Set.of(ONE.date(), TWO.date()));

        assertThat(selection.added()).containsExactly(LATE);
        assertThat(selection.newest()).contains(TWO);
    }

    @Test
    void what_output_holds_no_more_is_left_out() {
        Selection selection = Selection.of(ALL, Set.of(3L), DATES).without(Set.of(ONE, LATE));

        assertThat(selection.added()).containsExactly(TWO);
        assertThat(selection.newest()).isEmpty();
    }

    private static Run run(long id, int day) {
        return new Run(
                id,
                new RunName(LocalDate.of(2026, 11, day), 1),
                null,
                null,
                Terms.USUAL,
                new Run.Progress(Run.State.FINISHED, 0, "hash"));
    }
}
