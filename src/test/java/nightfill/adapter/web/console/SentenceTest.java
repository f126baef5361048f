package nightfill.adapter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import nightfill.adapter.web.console.Sentence.Expected;
import nightfill.adapter.web.console.Sentence.Known;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Instant ENDS = Instant.parse("2026-11-26T03:41:50Z");
    private static final Instant USUALLY = Instant.parse("2026-11-26T03:38:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-11-26T06:30:00Z");

    private static String text(NightStatus status, @Nullable Instant since, @Nullable Expected ends) {
        return Sentence.of(LocalDate.of(2026, 11, 25), status, WhatCounts.ALL, new Known(since, ends), ZoneOffset.UTC)
                .parts()
                .stream()
                .map(part ->
                        part.text() + (part.at() == null ? "" : "[" + part.at().here() + "]"))
                .collect(Collectors.joining());
    }

    @Test
    void each_time_in_it_is_one_for_the_viewers_zone() {
        assertThat(text(NightStatus.FINISHED, USUALLY, null)).isEqualTo("Night 2026-11-25 finished at [03:38]");
        assertThat(text(NightStatus.FINISHED, null, null)).isEqualTo("Night 2026-11-25 finished");
        assertThat(text(NightStatus.RUNNING, USUALLY, new Expected(ENDS, null, null)))
                .isEqualTo("Night 2026-11-25 is running, and ends about [03:41]");
        assertThat(text(NightStatus.RUNNING, null, new Expected(ENDS, USUALLY, DEADLINE)))
                .isEqualTo(
                        "Night 2026-11-25 is running, and ends about [03:41] (usually [03:38]), 2 h 49 min before the"
                                + " deadline");
        assertThat(text(NightStatus.RUNNING, null, new Expected(ENDS, null, USUALLY)))
                .isEqualTo("Night 2026-11-25 is running, and ends about [03:41], 3 min after the deadline");
        assertThat(text(NightStatus.RUNNING, null, new Expected(ENDS, null, ENDS)))
                .endsWith("[03:41], right at the deadline");
    }
}
