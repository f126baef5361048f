package nightfill.application.run;

import static nightfill.application.problem.Problems.busy;
import static nightfill.application.problem.Problems.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nightfill.application.run.RunLock.Held;
import org.junit.jupiter.api.Test;

/** What every run lock must do, and the fence that goes with it. */
@SuppressWarnings("try") // the lock is only held
public abstract class RunLockContract {

    protected abstract RunLock lock();

    protected abstract Fence fence();

    /** Lets a process of another host own the lock, which gave the last sign of life so many seconds ago. */
    protected abstract void beOwnedElsewhere(int secondsAgo);

    /** Lets a process of this host own the lock that is dead. */
    protected abstract void beOwnedByTheDead();

    /** Lets another process own the lock that this one holds. */
    protected abstract void beTakenOver();

    /** Writes a row into the database. */
    protected abstract void write();

    protected abstract int rows();

    @Test
    void a_lock_is_owned_until_it_is_let_go_and_then_free_again() {
        for (int round = 0; round < 3; round++) {
            assertThat(lock().isOwned()).isFalse();
            try (Held held = lock().acquire()) {
                held.requireKept();
                assertThat(lock().isOwned()).isTrue();
            }
        }
        assertThat(lock().isOwned()).isFalse();
    }

    @Test
    void a_lock_that_is_held_is_held_once() {
        try (Held held = lock().acquire()) {
            busy(() -> lock().acquire().close());
            held.requireKept();
        }
    }

    @Test
    void an_owner_that_lives_keeps_it_also_from_who_would_take_over() {
        beOwnedElsewhere(40);
        busy(() -> lock().acquire().close());
        busy(() -> lock().takeOver().close());
        assertThat(lock().isOwned()).isTrue();
    }

    @Test
    void an_owner_without_a_sign_of_life_for_a_minute_is_taken_over_on_request_alone() {
        beOwnedElsewhere(61);
        busy(() -> lock().acquire().close());
        assertThat(lock().isOwned()).isTrue();
        try (Held held = lock().takeOver()) {
            held.requireKept();
        }
        assertThat(lock().isOwned()).isFalse();
    }

    @Test
    void a_dead_owner_of_this_host_is_none() {
        beOwnedByTheDead();
        assertThat(lock().isOwned()).isFalse();
        try (Held held = lock().acquire()) {
            held.requireKept();
        }
    }

    @Test
    void what_is_free_can_be_taken_over_too() {
        try (Held held = lock().takeOver()) {
            held.requireKept();
        }
    }

    @Test
    void who_was_taken_over_finds_out() {
        try (Held held = lock().acquire()) {
            beTakenOver();
            failed(held::requireKept);
        }
    }

    @Test
    void who_was_taken_over_can_neither_write_nor_change_files() {
        List<String> done = new ArrayList<>();
        try (Held held = lock().acquire()) {
            beTakenOver();
            failed(() -> fence().inTransaction(this::write));
            failed(() -> fence().around(() -> done.add("file")));
        }
        assertThat(rows()).isZero();
        assertThat(done).isEmpty();
        assertThat(lock().isOwned()).isTrue();
    }

    @Test
    void what_is_written_behind_the_fence_stays() {
        try (Held held = lock().acquire()) {
            fence().inTransaction(this::write);
            fence().inTransaction(this::write);
        }
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void what_fails_behind_the_fence_leaves_nothing() {
        try (Held held = lock().acquire()) {
            fence().inTransaction(this::write);
            assertThatIllegalStateException().isThrownBy(() -> fence().inTransaction(this::writeAndFail));
            assertThat(rows()).isEqualTo(1);
            held.requireKept();
        }
    }

    @Test
    void a_transaction_within_another_is_part_of_it() {
        try (Held held = lock().acquire()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> fence().inTransaction(() -> {
                        fence().inTransaction(this::write);
                        throw new IllegalStateException("broken");
                    }));
        }
        assertThat(rows()).isZero();
        try (Held held = lock().acquire()) {
            fence().inTransaction(() -> fence().inTransaction(this::write));
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void files_are_changed_behind_the_fence_and_what_is_wrong_with_them_is_passed_on() throws IOException {
        List<String> done = new ArrayList<>();
        try (Held held = lock().acquire()) {
            fence().around(() -> done.add("file"));
            assertThatIOException()
                    .isThrownBy(() -> fence().around(() -> {
                        throw new IOException("disk full");
                    }));
        }
        assertThat(done).containsExactly("file");
    }

    @Test
    void who_takes_the_lock_anew_may_write_again() {
        Held lost = lock().acquire();
        beTakenOver();
        failed(lost::requireKept);
        lost.close();
        letGo();
        try (Held held = lock().acquire()) {
            fence().inTransaction(this::write);
        }
        assertThat(rows()).isEqualTo(1);
    }

    /** Lets the process that took over let go of the lock. */
    protected abstract void letGo();

    private void writeAndFail() {
        write();
        throw new IllegalStateException("broken");
    }
}
