package nightfill.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import nightfill.application.problem.Problem;
import nightfill.application.run.Beside.Ongoing;
import org.junit.jupiter.api.Test;

/** What work beside one's own must do, wherever it is done. */
public abstract class BesideContract {

    protected abstract Beside beside();

    @Test
    void its_outcome_is_what_the_work_gives_whenever_it_is_asked() {
        AtomicInteger times = new AtomicInteger();

        try (Ongoing<Integer> work = beside().begin(times::incrementAndGet)) {
            assertThat(work.outcome()).isEqualTo(1);
            assertThat(work.outcome()).isEqualTo(1);
        }

        assertThat(times).hasValue(1);
    }

    @Test
    void what_the_work_throws_is_thrown_where_its_outcome_is_asked() {
        Problem problem = Problem.unbalanced("a fault");

        try (Ongoing<Object> work = beside().begin(() -> {
            throw problem;
        })) {
            assertThatThrownBy(work::outcome).isSameAs(problem);
        }
    }

    @Test
    void an_error_is_no_ordinary_failure() {
        Error error = new AssertionError("broken");

        try (Ongoing<Object> work = beside().begin(() -> {
            throw error;
        })) {
            assertThatThrownBy(work::outcome).isSameAs(error);
        }
    }

    @Test
    void what_nobody_asks_for_ends_in_silence() {
        AtomicInteger times = new AtomicInteger();

        beside().begin(() -> {
                    times.incrementAndGet();
                    throw Problem.unbalanced("a fault");
                })
                .close();

        assertThat(times).hasValueLessThan(2);
    }
}
