package nightfill.adapter.cli.text;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.concurrent.BasicThreadFactory;

/** Does something every second, in a thread of its own that keeps no process alive. */
final class EverySecond {

    private EverySecond() {}

    /** Begins to; returns what ends it. */
    static Runnable start(Runnable tick) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                BasicThreadFactory.builder().namingPattern("progress").daemon().build());
        Future<?> ticks = thread.scheduleWithFixedDelay(tick, 1, 1, TimeUnit.SECONDS);
        return () -> {
            ticks.cancel(false);
            thread.shutdown();
        };
    }
}
