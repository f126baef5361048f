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

    /** Lets a moment pass before the next look, or gives up. */
    void pauseOr(Supplier<Problem> problem) {
        if (System.nanoTime() > nanos) {
            throw problem.get();
        }
        boolean interrupted = Thread.interrupted(); // else there would be no pause
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
