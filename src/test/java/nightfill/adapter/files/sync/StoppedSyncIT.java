package nightfill.adapter.files.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import nightfill.application.problem.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoppedSyncIT {

    @TempDir
    Path root;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
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
            two.assertEqual(when);
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
}
