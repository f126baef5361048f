package nightfill.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightfill.adapter.cli.text.ExitCode;
import nightfill.application.problem.Problem;
import nightfill.harness.Child;
import nightfill.harness.Figures;
import nightfill.harness.InMemory;
import nightfill.harness.Installation;
import nightfill.harness.Scale;
import nightfill.harness.Soak;
import nightfill.harness.TestNightfill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that are stopped again and again from another process, at any moment: half of the times by the command line, half
 * in the way of a console. Only a stop that finds a night under way counts.
 */
class StoppedNightsIT {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final int CHUNK = 3;
    private static final int STOPS = Scale.STOPS.count();
    private static final long SEED = Long.getLong("nightfill.test.seed", 4);

    @TempDir(factory = InMemory.class)
    Path root = Path.of("");

    private final Random random = new Random(SEED);
    private String undisturbed = "";
    private int stopped;
    private int finished;

    @Soak
    @Test
    void a_night_goes_on_to_the_same_end_however_often_it_is_stopped() throws Exception {
        try (TestNightfill nightfill = new TestNightfill(root.resolve("nightfill"), CHUNK)) {
            begin(nightfill);
            nightfill.run(DATE, false);
            undisturbed = manifest(nightfill);
            begin(nightfill);
            for (int stop = 0; stop < STOPS; stop++) {
                while (!(stop % 2 == 0 ? isStoppedByCommandLine(nightfill) : isStoppedAsByConsole(nightfill))) {
                    // no night was under way at that moment
                }
            }
            settle(nightfill, run(nightfill));
            Figures.count(
                    StoppedNightsIT.class,
                    "%d stops: %d nights stopped, %d finished as if undisturbed, seed %d"
                            .formatted(STOPS, stopped, finished, SEED));
        }
    }

    /** While one night after the other is run here. */
    private boolean isStoppedByCommandLine(TestNightfill nightfill) throws Exception {
        try (Child stop = nightfill.installation(root).start(List.of(), "stop")) {
            while (stop.isAlive()) {
                settle(nightfill, run(nightfill));
            }
            int exitCode = stop.await().exitCode();
            assertThat(exitCode).isIn(0, 3);
            return exitCode == 0;
        }
    }

    /** While a process runs the night. */
    private boolean isStoppedAsByConsole(TestNightfill nightfill) throws Exception {
        long fence = fence(nightfill);
        Installation installation = nightfill
                .installation()
                .with("NIGHTFILL_OUTPUT", nightfill.output())
                .with("NIGHTFILL_CHUNK_SIZE", CHUNK);
        try (Child night = installation.startRun(DATE.toString())) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> fence(nightfill) > fence || !night.isAlive());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(1300)));
            boolean found = isAsked(nightfill);
            settle(nightfill, night.await().exitCode());
            return found;
        }
    }

    private static boolean isAsked(TestNightfill nightfill) {
        try {
            nightfill.useCases().nights().stop().stop(Optional.empty());
            return true;
        } catch (Problem problem) {
            assertThat(ExitCode.of(problem.kind())).isEqualTo(ExitCode.REFUSED);
            return false;
        }
    }

    private static int run(TestNightfill nightfill) {
        try {
            nightfill.run(DATE, false);
            return 0;
        } catch (Problem problem) {
            return ExitCode.of(problem.kind()).number();
        }
    }

    private void settle(TestNightfill nightfill, int exitCode) throws IOException {
        assertThat(exitCode).as("seed %d", SEED).isIn(0, ExitCode.STOPPED.number());
        assertThat(broken(nightfill)).as("seed %d", SEED).isEmpty();
        if (exitCode == 0) {
            finished++;
            assertThat(manifest(nightfill)).as("seed %d", SEED).isEqualTo(undisturbed);
            begin(nightfill);
        } else {
            stopped++;
        }
    }

    private static void begin(TestNightfill nightfill) throws IOException {
        nightfill.empty();
        nightfill.arrive(DATE, feeds());
    }

    private static long fence(TestNightfill nightfill) {
        return nightfill.jdbc().queryForList("select fence from run_lock", Long.class).stream()
                .findFirst()
                .orElse(0L);
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
