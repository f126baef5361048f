package nightfill.adapter.postgres.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nightfill.application.Problem;

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
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
}
