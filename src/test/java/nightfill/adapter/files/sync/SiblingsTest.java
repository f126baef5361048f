package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiblingsTest {

    private static final long LARGE = Siblings.LARGE;

    @Test
    void files_of_one_directory_are_together_wherever_others_sort_between_them() {
        assertThat(Siblings.of(new TreeMap<>(Map.of("a/1", 1L, "a/b/1", 1L, "a/c", 1L, "d", 1L))))
                .containsExactly(
                        new Siblings("a", List.of("1", "c")),
                        new Siblings("a/b", List.of("1")),
                        new Siblings("", List.of("d")));
    }

    @Test
    void large_files_are_alone_and_first_the_largest_before_all() {
        assertThat(Siblings.of(new TreeMap<>(Map.of("a", 1L, "b", LARGE, "c", 3 * LARGE, "d", LARGE - 1))))
                .containsExactly(
                        new Siblings("", List.of("c")),
                        new Siblings("", List.of("b")),
                        new Siblings("", List.of("a", "d")));
    }

    @Test
    void many_are_divided() {
        Map<String, Long> files = new TreeMap<>();
        IntStream.range(0, 2 * Siblings.MOST + 1).forEach(i -> files.put("a/" + i, 1L));

        assertThat(Siblings.of(files))
                .extracting(siblings -> siblings.names().size())
                .containsExactly(Siblings.MOST, Siblings.MOST, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_file_is_with_some_once(long seed) {
        Random random = new Random(seed);
        Map<String, Long> files = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            files.put(
                    "a/".repeat(random.nextInt(4)) + random.nextInt(5_000),
                    random.nextInt(10) == 0 ? LARGE : LARGE / 2);
        }

        assertThat(Siblings.of(files).stream().flatMap(SiblingsTest::paths))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(files.keySet());
    }

    private static Stream<String> paths(Siblings siblings) {
        return siblings.names().stream().map(siblings::path);
    }
}
