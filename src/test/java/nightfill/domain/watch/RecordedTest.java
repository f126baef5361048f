package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nightfill.domain.run.Run;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedTest {

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED, FINISHED",
        "STOPPED, STOPPED, STOPPED",
        "FAILED, FAILED, FAILED",
        "FAILED, REFUSED, REFUSED",
        "FAILED, UNBALANCED, UNBALANCED",
        "FAILED, DIED, KILLED",
        "FAILED, NOT_READY, FAILED",
        "STOPPED, DIED, STOPPED",
        "UNKNOWN, '', FAILED",
        "ABANDONED, '', FAILED"
    })
    void what_has_ended_is_what_it_was_recorded_as(String status, String exitCode, NightStatus expected) {
        assertThat(new Recorded(status, exitCode, "").judge(true, Optional.of(Liveness.ALIVE)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING, ALIVE, RUNNING",
        "STARTED, ALIVE, RUNNING",
        "STOPPING, ALIVE, STOPPING",
        "STARTED, CANNOT_BE_TOLD, SILENT",
        "STOPPING, CANNOT_BE_TOLD, SILENT",
        "STARTED, DEAD, KILLED",
        "STARTED, , KILLED"
    })
    void what_has_not_ended_is_what_its_owner_is(String status, @Nullable Liveness owner, NightStatus expected) {
        assertThat(new Recorded(status, "UNKNOWN", "").judge(true, Optional.ofNullable(owner)))
                .isEqualTo(expected);
    }

    @Test
    void an_owner_works_at_nothing_but_the_last() {
        assertThat(new Recorded("STARTED", "UNKNOWN", "").judge(false, Optional.of(Liveness.ALIVE)))
                .isEqualTo(NightStatus.KILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISHED, FAILED, FINISHED",
        "REPLACED, FINISHED, REPLACED",
        "ABANDONED, FAILED, ABANDONED",
        "LOADING, REFUSED, REFUSED",
        "ALLOCATING, STOPPED, STOPPED",
        "DISCARDED, FAILED, FAILED",
        "DISCARDED, , KILLED",
        "LOADING, , RUNNING"
    })
    void a_run_is_what_it_has_become_or_what_its_last_attempt_is(
            Run.State run, @Nullable NightStatus last, NightStatus expected) {
        assertThat(NightStatus.of(run, last, Optional.of(Liveness.ALIVE))).isEqualTo(expected);
    }

    @Test
    void a_run_that_nobody_works_on_died_before_it_was_tried() {
        assertThat(NightStatus.of(Run.State.LOADING, null, Optional.empty())).isEqualTo(NightStatus.KILLED);
    }

    @ParameterizedTest
    @EnumSource
    void a_status_is_under_way_or_trouble_or_neither(NightStatus status) {
        assertThat(status.isUnderWay() && status.isTrouble()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LOADING, NOTHING",
        "DISCARDED, NOTHING",
        "ALLOCATING, BEGUN",
        "FINISHED, ALL",
        "REPLACED, REPLACED",
        "ABANDONED, UNDONE"
    })
    void what_counts_follows_from_what_became_of_the_run(Run.State run, WhatCounts expected) {
        assertThat(WhatCounts.of(run)).isEqualTo(expected);
    }
}
