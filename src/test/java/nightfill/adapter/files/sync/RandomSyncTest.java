package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSyncTest {

    @TempDir
    Path root;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_destination_becomes_equal_to_any_source(long seed) {
        TwoDirectories two = RandomTrees.below(root, seed);
        Map<String, String> source = TwoDirectories.everythingIn(two.source());

        two.sync();

        two.assertEqual("seed " + seed);
        assertThat(two.sync().actions()).as("seed %d", seed).isEmpty();
        assertThat(TwoDirectories.everythingIn(two.source()))
                .as("seed %d", seed)
                .isEqualTo(source);
    }
}
