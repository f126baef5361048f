package nightfill.application.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nightfill.application.look.LookUp.Found;
import nightfill.application.look.Names.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTest {

    private final Map<String, List<Kind>> names =
            Map.of("7", List.of(Kind.ORDER, Kind.SKU), " 7 ", List.of(Kind.BATCH), "a b", List.of(Kind.SKU));

    private final LookUp lookUp = new LookUp(name -> {
        assertThat(name).doesNotContain("\u0000", "\n").isNotEmpty();
        return names.getOrDefault(name, List.of());
    });

    @Test
    void a_name_finds_what_is_called_exactly_that() {
        assertThat(lookUp.of("7")).isEqualTo(new Found("7", List.of(Kind.ORDER, Kind.SKU)));
        assertThat(lookUp.of(" 7 ")).isEqualTo(new Found(" 7 ", List.of(Kind.BATCH)));
        assertThat(lookUp.of("A b").kinds()).isEmpty();
    }

    @Test
    void blanks_around_it_are_left_out_where_nothing_has_them() {
        assertThat(lookUp.of("\ta b ")).isEqualTo(new Found("a b", List.of(Kind.SKU)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "=7", "a\nb"})
    void what_no_feed_can_bring_is_not_asked_for(String typed) {
        assertThat(lookUp.of(typed).kinds()).isEmpty();
    }
}
