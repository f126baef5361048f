package nightfill.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineStatusTest {

    @Test
    void it_is_what_happened_last() {
        assertThat(LineStatus.of(false, false, false)).isEqualTo(LineStatus.WAITING);
        assertThat(LineStatus.of(false, true, false)).isEqualTo(LineStatus.ALLOCATED);
        assertThat(LineStatus.of(false, true, true)).isEqualTo(LineStatus.DISPATCHED);
        assertThat(LineStatus.of(true, false, false)).isEqualTo(LineStatus.CANCELLED);
    }
}
