package nightfill.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A night whose embedded server loses processes, as when the kernel runs out of memory. */
public record DyingNight(Installation nightfill, PostgresProcesses processes, Random random) {

    /** When they are killed, in the life of the server and by what the night has done. */
    public enum When {
        SERVER_STARTS,
        SERVER_IS_READY,
        LOAD_BATCHES,
        LOAD_ORDER_LINES,
        TAKE_EFFECT,
        ALLOCATE,
        AUDIT,
        WRITE_REPORTS,
        SERVER_STOPS,
        AT_ANY_MOMENT;

        private boolean hasCome(PostgresProcesses processes, Child child) throws IOException {
            return switch (this) {
                case SERVER_STARTS -> processes.postmaster().isPresent();
                case SERVER_IS_READY -> processes.status().equals("ready");
                case SERVER_STOPS -> processes.status().equals("stopping");
                case AT_ANY_MOMENT -> true;
                default -> hasCome(child.err());
            };
        }

        /** What an earlier run has done is not done again. */
        private boolean hasCome(String progress) {
            return EnumSet.range(this, WRITE_REPORTS).stream().anyMatch(step -> progress.contains(words(step)));
        }

        private double millis() {
            return switch (this) {
                case AT_ANY_MOMENT -> 6000;
                case SERVER_STOPS -> 60;
                default -> 250;
            };
        }
    }

    /** Which of them are killed. */
    public enum Who {
        POSTMASTER,
        CHECKPOINTER,
        BACKGROUND_WRITER,
        WALWRITER,
        AUTOVACUUM_LAUNCHER,
        IO_WORKER,
        LOGICAL_REPLICATION_LAUNCHER,
        NIGHTFILL,
        STARTUP,
        SEVERAL,
        ALL;

        private List<ProcessHandle> of(PostgresProcesses processes, Random random) {
            List<ProcessHandle> all = new ArrayList<>(processes.titled(""));
            processes.postmaster().ifPresent(all::add);
            return switch (this) {
                case POSTMASTER -> processes.postmaster().stream().toList();
                case ALL -> all;
                case SEVERAL ->
                    all.stream().filter(process -> random.nextInt(3) == 0).toList();
                default -> processes.titled(words(this)).stream().limit(1).toList();
            };
        }
    }

    /**
     * How the night ended.
     *
     * @param kills how many times processes were killed
     * @param killed how many they were
     * @param waited how long it lived on behind the first time
     */
    public record Outcome(Ended ended, int kills, int killed, Duration waited) {}

    /** Runs it, and kills these then, if they live then, and now and then again a little later. */
    public Outcome run(String date, When when, Who who) throws IOException, InterruptedException {
        try (Child child = nightfill.startRun(date)) {
            await().atMost(Child.PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> when.hasCome(processes, child) || !child.isAlive());
            pause(when.millis());
            long begun = System.nanoTime();
            int first = kill(who);
            int second = 0;
            if (first > 0 && random.nextInt(4) == 0) {
                pause(1000);
                second = kill(who);
            }
            Ended ended = child.await();
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            return new Outcome(ended, Integer.signum(first) + Integer.signum(second), first + second, waited);
        }
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private int kill(Who who) {
        List<ProcessHandle> victims = who.of(processes, random);
        victims.forEach(ProcessHandle::destroyForcibly);
        return victims.size();
    }

    private void pause(double longest) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos((long) (random.nextDouble() * 1000 * longest)));
    }
}
