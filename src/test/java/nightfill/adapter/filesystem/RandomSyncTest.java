package nightfill.adapter.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import nightfill.application.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSyncTest {

    @TempDir
    Path root;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_destination_becomes_equal_to_any_source(long seed) {
        TwoDirectories two = RandomTrees.below(root, seed);
        Map<String, String> source = TwoDirectories.everythingIn(two.source());

        two.sync();

        assertEqual(two, "seed " + seed);
        assertThat(two.sync().actions()).as("seed %d", seed).isEmpty();
        assertThat(TwoDirectories.everythingIn(two.source()))
                .as("seed %d", seed)
                .isEqualTo(source);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void stopped_after_any_operation_every_path_is_whole_and_the_next_sync_ends_the_work(long seed) {
        StoppingOperations all = new StoppingOperations(Integer.MAX_VALUE);
        RandomTrees.below(root.resolve("all"), seed).through(all).sync();
        for (int stop = 0; stop < all.count(); stop++) {
            TwoDirectories two = RandomTrees.below(root.resolve("stop-" + stop), seed);
            Map<String, String> before = TwoDirectories.filesIn(two.destination());

            assertThatThrownBy(two.through(new StoppingOperations(stop))::sync).isInstanceOf(Problem.class);

            String when = "seed %d, stopped after %d of %d".formatted(seed, stop, all.count());
            assertWhole(two, before, when);
            two.through(new FileOperations()).sync();
            assertEqual(two, when);
        }
    }

    private static void assertWhole(TwoDirectories two, Map<String, String> before, String when) {
        Map<String, String> source = TwoDirectories.filesIn(two.source());
        Map<String, String> now = TwoDirectories.filesIn(two.destination());
        now.keySet().removeIf(path -> path.startsWith(Staging.NAME));
        assertThat(now)
                .as(when)
                .allSatisfy((path, content) -> assertThat(content).isIn(before.get(path), source.get(path)));
    }

    private static void assertEqual(TwoDirectories two, String when) {
        Map<String, String> source = TwoDirectories.everythingIn(two.source());
        Map<String, String> destination = TwoDirectories.everythingIn(two.destination());
        Set<String> directories = new TreeSet<>(destination.keySet());
        directories.removeIf(path -> !"directory".equals(destination.get(path)));
        assertThat(source.keySet()).as(when).containsAll(directories);
        destination.keySet().removeAll(directories);
        assertThat(destination).as(when).isEqualTo(TwoDirectories.filesIn(two.source()));
    }
}
