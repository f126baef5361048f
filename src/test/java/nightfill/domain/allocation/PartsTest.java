package nightfill.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @Test
    void one_part_is_the_whole_night() {
        assertThat(Parts.ONE.all()).containsExactly(Part.WHOLE);
        assertThat(Part.WHOLE.isWhole()).isTrue();
        assertThat(new Part(0, 62).isWhole()).isFalse();
        assertThat(new Part(1, 63).isWhole()).isFalse();
    }

    @Test
    void parts_have_as_many_buckets_as_can_be() {
        assertThat(Parts.of(2).all()).containsExactly(new Part(0, 31), new Part(32, 63));
        assertThat(Parts.of(3).all()).containsExactly(new Part(0, 20), new Part(21, 41), new Part(42, 63));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 33, 63, 64})
    void each_bucket_is_in_one_of_so_many_parts(int number) {
        assertThat(Parts.of(number).all()).hasSize(number);
        assertThat(buckets(Parts.of(number))).containsExactlyElementsOf(buckets(Parts.ONE));
    }

    @Test
    void a_cut_within_others_crosses_none_of_them() {
        assertThat(Parts.ONE.within(List.of())).isEqualTo(Parts.ONE);
        assertThat(Parts.ONE.within(List.of(Part.WHOLE))).isEqualTo(Parts.ONE);
        assertThat(Parts.of(64).within(List.of(Part.WHOLE, new Part(3, 40)))).isEqualTo(Parts.of(64));
        assertThat(Parts.of(2)
                        .within(List.of(new Part(0, 20), new Part(21, 41)))
                        .all())
                .containsExactly(new Part(0, 20), new Part(21, 31), new Part(32, 41), new Part(42, 63));
        assertThat(Parts.ONE.within(List.of(new Part(8, 15))).all())
                .containsExactly(new Part(0, 7), new Part(8, 15), new Part(16, 63));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    void there_are_1_to_64_parts(int number) {
        assertThatThrownBy(() -> Parts.of(number)).hasMessage("a night has 1 to 64 parts, not " + number);
    }

    @Test
    void a_part_has_buckets_that_exist() {
        assertThatThrownBy(() -> new Part(-1, 3)).hasMessage("there are no buckets -1 to 3");
        assertThatThrownBy(() -> new Part(4, 3)).hasMessage("there are no buckets 4 to 3");
        assertThatThrownBy(() -> new Part(4, 64)).hasMessage("there are no buckets 4 to 64");
    }

    private static List<Integer> buckets(Parts parts) {
        return parts.all().stream()
                .flatMap(part -> IntStream.rangeClosed(part.firstBucket(), part.lastBucket())
                        .boxed())
                .toList();
    }
}
