package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nightfill.domain.words.Eta;
import org.junit.jupiter.api.Test;

class WhenTest {

    private static final LocalDate ETA = LocalDate.of(2026, 12, 1);

    @Test
    void goods_are_there_come_on_a_date_or_on_none_that_is_known() {
        assertThat(When.text(null)).isEqualTo("in the warehouse");
        assertThat(When.text(ETA)).isEqualTo("2026-12-01");
        assertThat(When.text(Eta.UNKNOWN)).isEqualTo("unknown");
    }

    @Test
    void a_sentence_ends_with_it() {
        assertThat(When.clause(null)).isEqualTo("is in the warehouse");
        assertThat(When.clause(ETA)).isEqualTo("comes on 2026-12-01");
        assertThat(When.clause(Eta.UNKNOWN)).isEqualTo("is at sea without a date");
    }
}
