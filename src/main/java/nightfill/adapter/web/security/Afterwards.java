package nightfill.adapter.web.security;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import nightfill.application.access.AccessTrail;
import org.slf4j.LoggerFactory;

/** A thread for what need not be waited for; where much waits already, whoever brings more does it. */
public final class Afterwards implements AccessTrail.Later, AutoCloseable {

    private static final int WAITING = 1000;

    private final ExecutorService thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), new CallerRunsPolicy());

    @Override
    public void doing(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void unnoted(RuntimeException failure) {
        LoggerFactory.getLogger(Afterwards.class)
                .warn("the audit trail does not say who logged out, or was refused what", failure);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
