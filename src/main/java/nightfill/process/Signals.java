package nightfill.process;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nightfill.application.problem.StopToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets Ctrl-C and SIGTERM stop the work at hand within five seconds, a night at its next commit; the virtual machine then
 * exits with 130 or 143.
 */
public final class Signals {

    private static final Duration AGAIN = Duration.ofMillis(200);

    /** A commit is usually near; a statement that takes longer than this is broken off. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    /** What does not end by then ends where it is, as if killed. */
    private static final Duration LIMIT = Duration.ofMillis(4500);

    private final PrintWriter err;
    private final StopToken stop = new StopToken();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean arrived;
    private volatile boolean serving;
    private volatile boolean guarding;
    private volatile @Nullable Runnable breakOff;

    public Signals(PrintWriter err) {
        this.err = err;
    }

    /** From now on a signal waits for guarded work. */
    public static Signals heeded(PrintWriter err) {
        Signals signals = new Signals(err);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::stopAndWait, "signals"));
        return signals;
    }

    /** Lets work, once it has begun, come to an end of its own. */
    public void guard(Runnable guarded) {
        guarding = true;
        guarded.run();
    }

    /** What a signal stops the work by. */
    public StopToken stop() {
        return stop;
    }

    /**
     * Notes that the work has begun.
     *
     * @param breaksOff how it is stopped in the middle of a step that takes long
     */
    public void begun(Runnable breaksOff) {
        breakOff = breaksOff;
    }

    /** Says that a server is there, and waits for a signal, after which it has done its work well. */
    public void serve(Runnable announce) {
        serving = true;
        announce.run();
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process, unless a signal is ending it already. */
    public void exit(int exitCode) {
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
        stop.stop();
        told.countDown();
        Runnable begun = breakOff;
        if (serving) {
            awaitEnd();
            Runtime.getRuntime().halt(0);
        }
        if (guarding && (begun == null || !endsInTime(begun))) {
            err.println("nightfill: ended by a signal %s; run again to go on"
                    .formatted(begun == null ? "before the work began" : "before the next commit"));
            err.flush();
        }
    }

    private boolean endsInTime(Runnable begun) {
        LoggerFactory.getLogger(Signals.class).info("a signal has arrived; the work stops at its next commit");
        Thread thread = new Thread(() -> breakOffAgainAndAgain(begun), "signal");
        thread.setDaemon(true);
        thread.start();
        return awaitEnd();
    }

    /** Returns whether it came in time. */
    private boolean awaitEnd() {
        try {
            return ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** In a thread of its own, for an answer may be long in coming; what is broken off may begin something else. */
    private void breakOffAgainAndAgain(Runnable begun) {
        try {
            Duration pause = GRACE;
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                stop.breakOff();
                breakOff(begun);
                pause = AGAIN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void breakOff(Runnable begun) {
        try {
            begun.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Signals.class).warn("the work cannot be broken off", e);
        }
    }
}
