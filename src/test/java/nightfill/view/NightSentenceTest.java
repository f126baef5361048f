package nightfill.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nightfill.domain.watch.NightStatus;
import nightfill.domain.watch.WhatCounts;
import nightfill.view.NightSentence.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NightSentenceTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAILED     | NOTHING  | 03:02 |       | failed at 03:02; its data do not count yet
            REFUSED    | NOTHING  | 03:02 |       | was refused at 03:02; its data do not count yet
            UNBALANCED | BEGUN    | 03:02 |       | does not balance, and was not finished at 03:02; its feeds count, so it must be finished or abandoned, and other dates wait
            KILLED     | BEGUN    | 03:02 |       | was cut off when its process died, last heard of at 03:02; its feeds count, so it must be finished or abandoned, and other dates wait
            KILLED     | NOTHING  |       |       | was cut off when its process died; its data do not count yet
            STOPPED    | NOTHING  | 03:02 |       | was stopped at 03:02; its data do not count yet
            RUNNING    | BEGUN    | 03:02 | 03:41 | is running, and ends about 03:41
            RUNNING    | NOTHING  | 03:02 |       | is running
            STOPPING   | NOTHING  | 03:02 |       | was asked to stop, and does so at its next commit
            SILENT     | NOTHING  | 03:02 |       | may be running, but gives no sign of life; its data do not count yet
            FINISHED   | ALL      | 03:38 |       | finished at 03:38
            ABANDONED  | UNDONE   | 03:38 |       | was abandoned; its data do not count
            REPLACED   | REPLACED | 03:38 |       | was corrected; the data of its correction count instead
            """)
    void one_sentence_says_how_a_night_is(
            NightStatus status, WhatCounts counts, @Nullable String since, @Nullable String ends, String expected) {
        assertThat(new NightSentence(DATE, status, counts, since, ends == null ? null : new Ending(ends, null, null))
                        .text())
                .isEqualTo("Night 2026-11-25 " + expected);
    }

    @Test
    void an_end_is_said_beside_what_is_usual_and_how_it_is_to_the_deadline() {
        Ending late = new Ending("03:41", "03:38", "2 h 49 min before the deadline");
        assertThat(new NightSentence(DATE, NightStatus.RUNNING, WhatCounts.BEGUN, null, late).text())
                .isEqualTo("Night 2026-11-25 is running, and ends about 03:41 (usually 03:38), 2 h 49 min before the"
                        + " deadline");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_need_be_known_but_the_state(NightStatus status) {
        assertThat(new NightSentence(DATE, status, WhatCounts.NOTHING, null, null).text())
                .startsWith("Night 2026-11-25 ")
                .doesNotContain("null");
    }
}
