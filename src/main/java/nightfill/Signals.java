package nightfill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Lets Ctrl-C and SIGTERM stop the work at hand, a night at its next commit; the virtual machine then exits with 130 or 143. */
final class Signals {

    private static final long ASK_AGAIN_MILLIS = 200;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean arrived;
    private volatile boolean guarding;
    private volatile @Nullable Runnable stop;

    /** From now on a signal waits for guarded work. */
    static Signals heeded() {
        Signals signals = new Signals();
        Runtime.getRuntime().addShutdownHook(new Thread(signals::stopAndWait, "signals"));
        return signals;
    }

    /** Lets work, once it has begun, come to an end of its own. */
    int guard(IntSupplier work) {
        guarding = true;
        return work.getAsInt();
    }

    /** Says how a signal asks the work to stop. */
    void stopOn(Runnable request) {
        stop = request;
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
        try {
            while (guarding && !ended.await(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                ask(stop);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asked again and again, for the work may not have begun when the signal arrives. */
    private static void ask(@Nullable Runnable stop) {
        try {
            if (stop != null) {
                stop.run();
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Signals.class).warn("the work cannot be asked to stop", e);
        }
    }
}
