package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import nightfill.domain.watch.Evidence;
import nightfill.domain.watch.Liveness;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.view.Mark.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusWordsTest {

    @Test
    void no_two_states_have_the_same_word() {
        assertThat(Stream.of(NightStatus.values())
                        .map(status -> StatusWords.mark(status).word()))
                .doesNotHaveDuplicates()
                .doesNotContain(StatusWords.MISSING.word());
    }

    @Test
    void no_two_states_have_the_same_shape() {
        assertThat(Stream.of(NightStatus.values())
                        .map(status -> StatusWords.mark(status).shape()))
                .doesNotHaveDuplicates()
                .doesNotContain(StatusWords.MISSING.shape());
    }

    @ParameterizedTest
    @EnumSource
    void each_state_has_a_meaning_and_trouble_has_a_way_out(NightStatus status) {
        assertThat(StatusWords.meaning(status)).isNotBlank();
        if (status.isTrouble()) {
            assertThat(StatusWords.advice(status)).isNotBlank();
            assertThat(StatusWords.mark(status).tone()).isEqualTo(Tone.BAD);
        }
    }

    @Test
    void trouble_has_a_reason_also_where_nothing_was_noted() {
        assertThat(StatusWords.reason(NightStatus.FAILED, "disk full")).isEqualTo("disk full");
        assertThat(StatusWords.reason(NightStatus.KILLED, "")).startsWith("its process died before it could say why");
        assertThat(StatusWords.reason(NightStatus.FINISHED, "")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_counts_is_a_clause(WhatCounts counts) {
        assertThat(StatusWords.counting(counts)).contains("count").doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource
    void liveness_is_said_with_how_it_is_known(Evidence evidence) {
        assertThat(LivenessWords.mark(evidence.liveness()).word()).isNotBlank();
        assertThat(LivenessWords.evidence(evidence, Duration.ofSeconds(185))).endsWith("3 min 5 s ago");
        assertThat(LivenessWords.evidence(evidence, null)).isNotBlank();
    }

    @Test
    void the_living_the_dead_and_the_silent_look_different() {
        assertThat(Stream.of(Liveness.values()).map(LivenessWords::mark))
                .extracting(Mark::shape)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_living_owner_is_one_that_was_heard() {
        assertThat(LivenessWords.evidence(Evidence.BEATS, Duration.ofSeconds(2)))
                .isEqualTo("its session holds the lock, and its heart beat 2 s ago");
    }
}
