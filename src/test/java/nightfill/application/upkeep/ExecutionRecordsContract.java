package nightfill.application.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightfill.application.figures.RunFigures;
import nightfill.application.run.Executions;
import nightfill.application.run.Executions.Execution;
import nightfill.application.run.Runs;
import nightfill.domain.run.Run;
import nightfill.domain.run.Terms;
import org.junit.jupiter.api.Test;

/** What everyone who keeps records of executions must do. */
public abstract class ExecutionRecordsContract {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    protected abstract ExecutionRecords records();

    protected abstract Executions executions();

    protected abstract Runs runs();

    /** Starts an execution now; returns its id. */
    protected abstract long begin(Run run);

    /** Ends it now. */
    protected abstract void end(long id);

    /** The day that it is now. */
    protected abstract LocalDate today();

    @Test
    void of_nights_of_earlier_dates_no_record_is_left_but_the_last() {
        worked(FRIDAY);
        long saturday = worked(FRIDAY.plusDays(1));
        long sunday = worked(FRIDAY.plusDays(2));

        assertThat(records().removeBefore(FRIDAY.plusDays(1))).isEqualTo(1);
        assertThat(ids()).containsExactly(sunday, saturday);
        assertThat(records().removeBefore(FRIDAY.plusDays(30))).isEqualTo(1);
        assertThat(ids()).containsExactly(sunday);
        assertThat(records().removeBefore(FRIDAY.plusDays(30))).isZero();
    }

    @Test
    void what_ended_before_the_day_goes_whatever_the_date_of_its_night() {
        worked(today().plusDays(10));
        worked(today().plusDays(11));

        assertThat(records().removeBefore(today())).isZero();
        assertThat(records().removeBefore(today().plusDays(1))).isEqualTo(1);
    }

    @Test
    void nothing_is_removed_of_a_run_that_loads_or_is_unfinished() {
        Run friday = runs().open(FRIDAY, Terms.USUAL, null);
        long first = begin(friday);
        end(first);
        long second = begin(friday);
        end(second);
        assertThat(records().removeBefore(today().plusDays(1))).isZero();

        runs().begin(friday);
        assertThat(records().removeBefore(today().plusDays(1))).isZero();
        assertThat(ids()).containsExactly(second, first);
    }

    @Test
    void records_of_a_run_that_was_forgotten_go_like_others() {
        Run run = runs().open(FRIDAY, Terms.USUAL, null);
        end(begin(run));
        runs().discard(run);
        long last = worked(FRIDAY);

        assertThat(records().removeBefore(LONG_AGO)).isZero();
        assertThat(records().removeBefore(FRIDAY.plusDays(1))).isEqualTo(1);
        assertThat(ids()).containsExactly(last);
    }

    private long worked(LocalDate date) {
        Run run = runs().open(date, Terms.USUAL, null);
        long id = begin(run);
        runs().finish(runs().begin(run), "a".repeat(64), Map.of(), RunFigures.NONE);
        end(id);
        return id;
    }

    private List<Long> ids() {
        return executions().list(Optional.empty(), 10).stream()
                .map(Execution::id)
                .toList();
    }
}
