package nightfill.adapter.postgres.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nightfill.application.problem.Problem;

/** An end to waiting for another process. */
record Deadline(long nanos) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos > 0;
    }

    /** What is left of it, for a program that counts in whole ones. */
    long seconds() {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos - System.nanoTime()));
    }

    /** Lets a moment pass before the next look, or gives up. */
    void pauseOr(Supplier<Problem> problem) {
        if (isOver()) {
            throw problem.get();
        }
        pause();
    }

    static void pause() {
        boolean interrupted = Thread.interrupted(); // else there would be no pause
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
