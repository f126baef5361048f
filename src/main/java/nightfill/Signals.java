package nightfill;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import nightfill.adapter.cli.UseCases;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Lets Ctrl-C and SIGTERM stop a night at its next commit; the virtual machine then exits with 130 or 143. */
final class Signals {

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean signalled = new AtomicBoolean();
    private volatile @Nullable UseCases atWork;

    Signals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "signals"));
    }

    /** Lets a command work, during which a signal stops the night that it runs. */
    int guard(UseCases useCases, IntSupplier command) {
        atWork = useCases;
        try {
            return command.getAsInt();
        } finally {
            atWork = null;
        }
    }

    /** Ends the process, unless a signal is ending it already. */
    void exit(int exitCode) {
        ended.countDown();
        if (!signalled.get()) {
            System.exit(exitCode);
        }
    }

    private void stopAndWait() {
        if (ended.getCount() == 0) {
            return;
        }
        signalled.set(true);
        UseCases working = atWork;
        if (working != null && working.runNight().isWorking()) {
            stop(working);
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(UseCases working) {
        try {
            working.executions().requestStop(Optional.empty());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Signals.class).warn("the night cannot be asked to stop", e);
        }
    }
}
