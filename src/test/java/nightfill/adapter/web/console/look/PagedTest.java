package nightfill.adapter.web.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedTest {

    private static Paged<String> page(int rows) {
        List<Integer> found = IntStream.range(0, rows).boxed().toList();
        return Paged.of(found, row -> "row " + row, last -> "?after=" + last, false);
    }

    @Test
    void one_more_than_is_shown_means_another_page() {
        assertThat(page(Paged.ASKED).rows()).hasSize(Paged.SIZE).endsWith("row 49");
        assertThat(page(Paged.ASKED).next()).isEqualTo("?after=49");
        assertThat(page(Paged.SIZE).next()).isNull();
        assertThat(page(0).none()).isTrue();
    }

    @Test
    void a_key_that_is_none_is_before_all() {
        assertThat(Paged.turn("42")).isEqualTo(42);
        assertThat(Paged.turn("")).isZero();
        assertThat(Paged.turn("-1")).isZero();
        assertThat(Paged.turn("9".repeat(30))).isZero();
    }
}
