package nightfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.application.ExitCode;
import nightfill.application.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that are stopped again and again, at any moment, by the command line and in the way of the console. */
class StoppedNightsIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    /** From this number on, the command line is that of other processes; a few show whether it works at all. */
    private static final int MANY = 100;

    private static final int STOPS = Integer.getInteger("nightfill.test.stops", 8);
    private static final long SEED = Long.getLong("nightfill.test.seed", 4);

    private final Random random = new Random(SEED);

    @Test
    void a_night_goes_on_to_the_same_end_however_often_it_is_stopped(@TempDir Path root) throws Exception {
        try (TestNightfill nightfill = new TestNightfill(root, 3)) {
            nightfill.arrive(DATE, feeds());
            nightfill.run(DATE, false);
            String undisturbed = manifest(nightfill);
            nightfill.empty();
            nightfill.arrive(DATE, feeds());
            int finished = 0;
            for (int stop = 0; stop < STOPS; stop++) {
                if (runAndStop(nightfill, stop % 2 == 0)) {
                    finished++;
                    assertThat(manifest(nightfill))
                            .as("seed %d, stop %d", SEED, stop)
                            .isEqualTo(undisturbed);
                    nightfill.empty();
                    nightfill.arrive(DATE, feeds());
                }
                assertThat(broken(nightfill)).as("seed %d, stop %d", SEED, stop).isEmpty();
            }
            nightfill.run(DATE, false);
            assertThat(manifest(nightfill)).as("seed %d", SEED).isEqualTo(undisturbed);
            System.out.printf("%d stops, %d nights, seed %d%n", STOPS, finished + 1, SEED);
        }
    }

    /** Tells whether the night was finished nevertheless. */
    private boolean runAndStop(TestNightfill nightfill, boolean byCommandLine) throws Exception {
        long pause = random.nextInt(STOPS < MANY || !byCommandLine ? 600 : 2500);
        CompletableFuture<Boolean> night = CompletableFuture.supplyAsync(() -> {
            pause(byCommandLine ? pause : 0);
            return isFinished(nightfill);
        });
        pause(byCommandLine ? 0 : pause);
        stop(nightfill, byCommandLine);
        return night.get(1, TimeUnit.MINUTES);
    }

    private static boolean isFinished(TestNightfill nightfill) {
        try {
            nightfill.run(DATE, false);
            return true;
        } catch (Problem problem) {
            assertThat(problem.exitCode()).as(problem.getMessage()).isEqualTo(ExitCode.STOPPED);
            return false;
        }
    }

    private static void stop(TestNightfill nightfill, boolean byCommandLine) throws Exception {
        if (!byCommandLine) {
            nightfill.useCases().executions().requestStop(Optional.empty());
        } else if (STOPS < MANY) {
            assertThat(nightfill.installation().nightfill("stop").exitCode()).isIn(0, 3);
        } else {
            try (Child stop = nightfill.installation().start(List.of(), "stop")) {
                assertThat(stop.await().exitCode()).isIn(0, 3);
            }
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Executions that ended in another way than a stopped or finished night's. */
    private static List<String> broken(TestNightfill nightfill) {
        return nightfill
                .jdbc()
                .queryForList(
                        "select status from batch_job_execution where status not in ('STOPPED', 'COMPLETED')",
                        String.class);
    }

    private static String manifest(TestNightfill nightfill) throws IOException {
        return Files.readString(nightfill.output().resolve(DATE + "/run-1/MANIFEST.sha256"));
    }

    private static Map<String, String> feeds() {
        return Map.of(
                "batches.csv",
                "ref,sku,qty,eta\n" + rows(20, row -> "b%d,SOFA,%d,\n".formatted(row, 10 + row)),
                "order_lines.csv",
                "orderid,line,sku,qty\n" + rows(120, row -> "o%d,1,SOFA,%d\n".formatted(row, 1 + row % 7)));
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining());
    }
}
