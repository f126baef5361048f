package nightfill.adapter.postgres.lock;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import org.apache.commons.lang3.concurrent.BasicThreadFactory;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Shows again and again that the owner of the run lock lives, and notices when it is the owner no more. */
final class Heartbeat implements AutoCloseable {

    private final LockSession session;
    private final long fence;
    private final Consumer<String> lost;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            BasicThreadFactory.builder().namingPattern("heartbeat").daemon().build());
    private final Future<?> beats;

    /**
     * Begins to beat.
     *
     * @param lost receives once, when the lock is lost, how
     */
    Heartbeat(LockSession session, long fence, Pulse pulse, Consumer<String> lost) {
        this.session = session;
        this.fence = fence;
        this.lost = lost;
        long nanos = pulse.every().toNanos();
        beats = heart.scheduleAtFixedRate(this::beat, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Returns when it is known whether the lock is still held. */
    synchronized void beat() {
        if (heart.isShutdown()) {
            return;
        }
        try {
            if (!session.beat(fence)) {
                end(WritePermit.TAKEN_OVER);
            }
        } catch (DataAccessException e) {
            LoggerFactory.getLogger(Heartbeat.class).warn("the run lock's session has ended", e);
            end("the database was lost (%s), and the run lock with it".formatted(DatabaseTrouble.of(e)));
        }
    }

    private void end(String how) {
        close();
        lost.accept(how);
    }

    /** Waits for a beat that is under way, which would take the end of the session for a loss. */
    @Override
    public synchronized void close() {
        beats.cancel(false);
        heart.shutdown();
    }
}
