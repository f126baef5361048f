package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nightfill.domain.watch.Evidence.Signs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final Duration STALE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "true,  true,  false, 2,   BEATS",
        "true,  false, false, 59,  BEATS",
        "true,  true,  true,  2,   PROCESS_GONE",
        "false, true,  true,  2,   PROCESS_GONE",
        "false, true,  false, 2,   SESSION_ENDED",
        "false, false, false, 300, SESSION_ENDED",
        "true,  true,  false, 60,  SILENT_HERE",
        "true,  true,  false, ,    SILENT_HERE",
        "true,  false, false, 60,  SILENT_ELSEWHERE",
        "true,  false, false, ,    SILENT_ELSEWHERE"
    })
    void it_follows_from_what_can_be_seen(
            boolean holds, boolean here, boolean gone, @Nullable Integer silence, Evidence expected) {
        Signs signs = new Signs(holds, here, gone, silence == null ? null : Duration.ofSeconds(silence));
        assertThat(Evidence.of(signs, STALE)).isEqualTo(expected);
    }

    @Test
    void silence_is_no_proof_of_death() {
        assertThat(Evidence.SILENT_HERE.liveness()).isEqualTo(Liveness.CANNOT_BE_TOLD);
        assertThat(Evidence.SILENT_ELSEWHERE.liveness()).isEqualTo(Liveness.CANNOT_BE_TOLD);
    }
}
