package nightfill;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets Ctrl-C and SIGTERM stop the work at hand within five seconds, a night at its next commit; the virtual machine then
 * exits with 130 or 143.
 */
public final class Signals {

    private static final long ASK_AGAIN_MILLIS = 200;

    /** A commit is usually near; a statement that takes longer than this is broken off. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    /** What does not end by then ends where it stands, as if killed. */
    private static final Duration LIMIT = Duration.ofMillis(4500);

    private final PrintWriter err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean arrived;
    private volatile boolean guarding;
    private volatile @Nullable Work work;

    public Signals(PrintWriter err) {
        this.err = err;
    }

    /** From now on a signal waits for guarded work. */
    static Signals heeded(PrintWriter err) {
        Signals signals = new Signals(err);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::stopAndWait, "signals"));
        return signals;
    }

    /** Lets work, once it has begun, come to an end of its own. */
    int guard(IntSupplier guarded) {
        guarding = true;
        return guarded.getAsInt();
    }

    /**
     * Says how a signal asks the work to stop, which has begun now.
     *
     * @param breakOff how it is stopped in the middle of a step that takes long
     */
    void stopOn(Runnable request, Runnable breakOff) {
        work = new Work(request, breakOff);
    }

    /** Ends the process, unless a signal is ending it already. */
    void exit(int exitCode) {
        ended.countDown();
        if (!arrived) {
            System.exit(exitCode);
        }
    }

    private void stopAndWait() {
        if (ended.getCount() == 0) {
            return;
        }
        arrived = true;
        Work begun = work;
        if (guarding && (begun == null || !endsInTime(begun))) {
            err.println("nightfill: ended by a signal %s; run again to go on"
                    .formatted(begun == null ? "before the work began" : "before the next commit"));
            err.flush();
        }
    }

    /** Asks in threads of their own, for an answer may be long in coming. */
    private boolean endsInTime(Work begun) {
        try {
            daemon(Duration.ZERO, begun.request());
            daemon(GRACE, begun.breakOff());
            return ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void daemon(Duration grace, Runnable request) {
        Thread thread = new Thread(() -> askAgainAndAgain(grace, request), "signal");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is to be stopped may not have begun when the signal arrives. */
    private void askAgainAndAgain(Duration grace, Runnable request) {
        try {
            long pause = grace.toMillis();
            while (!ended.await(pause, TimeUnit.MILLISECONDS)) {
                ask(request);
                pause = ASK_AGAIN_MILLIS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Signals.class).warn("the work cannot be asked to stop", e);
        }
    }

    private record Work(Runnable request, Runnable breakOff) {}
}
