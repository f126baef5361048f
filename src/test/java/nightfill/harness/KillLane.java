package nightfill.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.model.RandomNights;
import nightfill.model.Step;

/** Works random nights twice, undisturbed and by processes that are killed at random moments, and compares them. */
public final class KillLane implements AutoCloseable {

    private static final int CHUNK = 2;

    /** In which a command that does little is over, in milliseconds. */
    private static final double SHORT = 60;

    private final KillCount count;
    private final TestNightfill undisturbed;
    private final TestNightfill killed;

    /** In which a night is over more often than not; learnt. */
    private double millis = 800;

    public KillLane(KillCount count, Path directory, int number) {
        this.count = count;
        undisturbed = new TestNightfill(directory.resolve("undisturbed"), CHUNK);
        killed = new TestNightfill(directory.resolve("killed"), CHUNK);
        undisturbed.pretendToBe(killed);
        numberApart(undisturbed, number);
        numberApart(killed, number);
    }

    /** The framework takes executions of the same number in one virtual machine for the same execution. */
    private static void numberApart(TestNightfill nightfill, int lane) {
        long first = 1 + lane * 1_000_000_000L;
        for (String numbered : List.of("job_instance", "job_execution", "step_execution")) {
            nightfill.jdbc().execute("alter sequence batch_%s_seq restart with %d".formatted(numbered, first));
        }
    }

    public void work(long seed) throws IOException, InterruptedException {
        undisturbed.empty();
        killed.empty();
        Random random = new Random(seed);
        int number = 0;
        for (Step step : RandomNights.of(seed)) {
            if (count.isEnough()) {
                return;
            }
            String what = "seed %d step %d: %s %s".formatted(seed, ++number, step.call(), step.date());
            undisturbed.ask(step);
            killed.ask(step);
            Optional<Kind> expected = begin(step, undisturbed);
            assertThat(killed(step, expected, random)).as(what).isEqualTo(expected);
            abandonWhereOrdered(step, expected);
            List<String> differences = Everything.differences(Everything.of(undisturbed), Everything.of(killed));
            assertThat(differences).as(what).isEmpty();
            count.night();
        }
    }

    private static Optional<Kind> begin(Step step, TestNightfill nightfill) throws IOException {
        nightfill.arrive(step.date(), step.feeds());
        if (step.call().abandons()) {
            nightfill.stopAtAllocation();
        }
        Optional<Kind> ended = ending(() -> nightfill.deliver(step));
        nightfill.calm();
        return ended;
    }

    /** A night that ends otherwise than finished is over before long. */
    private Optional<Kind> killed(Step step, Optional<Kind> expected, Random random)
            throws IOException, InterruptedException {
        killed.arrive(step.date(), step.feeds());
        if (!step.call().abandons()) {
            boolean toTheEnd = expected.isEmpty();
            int kills = toTheEnd ? 1 + random.nextInt(3) : 1;
            while (kills > 0 && kill(random, toTheEnd ? millis : SHORT, step.snapshot(), run(step))) {
                kills--;
            }
            millis *= kills == 0 ? 1.06 : 0.94;
        }
        return begin(step, killed);
    }

    private void abandonWhereOrdered(Step step, Optional<Kind> stopped) throws IOException, InterruptedException {
        if (step.call().abandons() && stopped.equals(Optional.of(Kind.STOPPED))) {
            undisturbed.useCases().nights().abandon().abandon(Optional.empty(), undisturbed.output());
            kill(new Random(count.kills()), SHORT, false, "abandon");
            ending(() -> killed.useCases().nights().abandon().abandon(Optional.empty(), killed.output()))
                    .ifPresent(done -> assertThat(done).isEqualTo(Kind.REFUSED));
        }
    }

    private String[] run(Step step) {
        List<String> more =
                new ArrayList<>(List.of("--publish", killed.published().toString()));
        if (step.call().corrects()) {
            more.add("--correction");
        }
        return killed.installation().runOf(step.date().toString(), more.toArray(String[]::new));
    }

    /** At any moment from that on in which it has the lock; tells whether it still lived. */
    private boolean kill(Random random, double within, boolean snapshot, String... command)
            throws IOException, InterruptedException {
        long fence = fence();
        KillCount.Mark mark = KillCount.mark(killed.jdbc());
        try (Child child = start(snapshot, command)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> fence() > fence || !child.isAlive());
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos((long) (random.nextDouble() * 1000 * within)));
            child.signal("KILL");
            if (child.await().exitCode() != 137) {
                return false;
            }
        }
        count.kill(command[0].equals("run") ? mark.phase() : command[0]);
        return true;
    }

    private long fence() {
        return Objects.requireNonNull(
                killed.jdbc().queryForObject("select coalesce(max(fence), 0) from run_lock", Long.class));
    }

    private Child start(boolean snapshot, String... command) {
        return killed.installation()
                .with("NIGHTFILL_OUTPUT", killed.output())
                .with("NIGHTFILL_CHUNK_SIZE", CHUNK)
                .with("NIGHTFILL_ZONE", "UTC")
                .with("NIGHTFILL_BATCHES", snapshot ? "snapshot" : "changes")
                .start(List.of(), command);
    }

    private static Optional<Kind> ending(Runnable command) {
        try {
            command.run();
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.kind());
        }
    }

    @Override
    public void close() {
        undisturbed.close();
        killed.close();
    }
}
