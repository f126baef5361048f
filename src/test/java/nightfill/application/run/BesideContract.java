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
    void it_is_done_once_however_often_it_is_awaited() {
        AtomicInteger times = new AtomicInteger();

        try (Ongoing<Integer> work = beside().begin(times::incrementAndGet)) {
            assertThat(work.await()).isEqualTo(1);
            assertThat(work.await()).isEqualTo(1);
        }

        assertThat(times).hasValue(1);
    }

    @Test
    void what_the_work_throws_is_thrown_where_it_is_awaited() {
        Problem problem = Problem.unbalanced("a fault");

        try (Ongoing<?> work = beside().begin(() -> {
            throw problem;
        })) {
            assertThatThrownBy(work::await).isSameAs(problem);
        }
    }

    @Test
    void an_error_is_no_ordinary_failure() {
        Error error = new AssertionError("broken");

        try (Ongoing<?> work = beside().begin(() -> {
            throw error;
        })) {
            assertThatThrownBy(work::await).isSameAs(error);
        }
    }

    @Test
    void what_nobody_awaits_ends_in_silence() {
        AtomicInteger times = new AtomicInteger();

        beside().begin(() -> {
                    times.incrementAndGet();
                    throw Problem.unbalanced("a fault");
                })
                .close();

        assertThat(times).hasValueLessThan(2);
    }
}
