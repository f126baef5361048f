package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import nightfill.domain.watch.Retries;
import nightfill.domain.watch.Retries.Try;
import nightfill.domain.watch.RetryPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryWordsTest {

    private static final Instant THREE = Instant.parse("2026-11-21T03:00:00Z");
    private static final RetryPlan PLAN = new RetryPlan(Duration.ofMinutes(5), Instant.parse("2026-11-21T06:30:00Z"));

    private static Try trial(int minute, @Nullable Integer ended, String outcome) {
        return new Try(at(minute), ended == null ? null : at(ended), outcome);
    }

    private static Instant at(int minute) {
        return THREE.plus(Duration.ofMinutes(minute));
    }

    private static String text(boolean underWay, int minute, Try... tries) {
        return new RetryWords(moment -> Moments.time(moment, ZoneOffset.UTC))
                .text(new Retries(PLAN, List.of(tries)), underWay, at(minute));
    }

    @Test
    void it_says_when_it_was_tried_when_it_is_next_and_when_someone_is_woken() {
        assertThat(text(false, 8, trial(2, 3, "FAILED"), trial(7, 7, "NOT_READY")))
                .isEqualTo("The scheduler tried at 03:02, 03:07; next 03:12; wakes someone by 06:30");
    }

    @Test
    void it_says_what_is_not_as_it_should_be() {
        assertThat(text(false, 20, trial(2, 3, "FAILED")))
                .endsWith("; the next try was due at 03:08 and has not come: see whether the scheduler is alive");
        assertThat(text(false, 3, trial(2, null, "")))
                .endsWith("; as its process died, it tries again 5 min after that; it wakes someone by 06:30");
    }

    @Test
    void it_says_what_it_waits_for_and_what_is_over() {
        assertThat(text(true, 3, trial(2, null, "")))
                .isEqualTo("The scheduler tried at 03:02; at 06:30 it stops what still runs, and wakes someone");
        assertThat(text(false, 3, trial(2, 3, "STOPPED"))).endsWith("; it does not try again");
        assertThat(text(false, 3, trial(2, 3, "REFUSED")))
                .endsWith("; it woke someone at 03:03, and does not try again");
    }

    @Test
    void of_many_tries_it_names_the_last_five() {
        Try[] tries = IntStream.range(0, 20).mapToObj(n -> trial(n, n, "BUSY")).toArray(Try[]::new);
        assertThat(text(false, 20, tries))
                .startsWith("The scheduler tried at 03:15, 03:16, 03:17, 03:18, 03:19 (20 times in all); next 03:24;");
    }
}
