package nightfill.survival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.KillCount;
import nightfill.harness.KillLane;
import nightfill.harness.Scale;
import nightfill.harness.Soak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random nights killed at random moments, up to three times in a row, end as if nothing had happened; system properties
 * say how many of both there are at least, and where the seeds begin.
 */
final class RandomKillsIT {

    private static final int NIGHTS = Scale.NIGHTS.count();
    private static final int KILLS = Scale.KILLS.count();
    private static final long SEED = Long.getLong("nightfill.test.seed", 1);

    /** Few kills are soon done. */
    private static final int LANES = KILLS < 10 ? 1 : 2;

    private final KillCount count = new KillCount(NIGHTS, KILLS);
    private final AtomicLong seed = new AtomicLong(SEED);
    private volatile boolean failed;

    @Soak
    @Test
    void nights_killed_at_any_moment_end_as_if_undisturbed(@TempDir(factory = InMemory.class) Path directory) {
        List<CompletableFuture<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int number = lane;
            lanes.add(CompletableFuture.runAsync(() -> work(directory.resolve("lane-" + number), number)));
        }
        try {
            lanes.forEach(CompletableFuture::join);
        } finally {
            Figures.count(
                    RandomKillsIT.class,
                    "%s, %s, seeds %d to %d"
                            .formatted(count, failed ? "A DIFFERENCE" : "0 differences", SEED, seed.get() - 1));
        }
    }

    private void work(Path root, int number) {
        try (KillLane lane = new KillLane(count, root, number)) {
            while (!failed && !count.isEnough()) {
                lane.work(seed.getAndIncrement());
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            failed = true;
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
