package nightfill.adapter.postgres.lock;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nightfill.adapter.postgres.server.ConnectionSettings;
import nightfill.adapter.postgres.server.DatabaseTrouble;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import nightfill.application.problem.Remedy.Act;
import nightfill.application.run.RunLock;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A session-level advisory lock on a connection of its own. The session's application name says whose it is, so that
 * owner and lock can never disagree; a heartbeat shows that the owner lives, and a fence shuts out who had it before.
 */
public final class PostgresRunLock implements RunLock {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final ConnectionSettings settings;
    private final ZoneId zone;
    private final WritePermit permit;
    private final Runnable lost;
    private final Pulse pulse;

    /** A lock for work that is not fenced. */
    public PostgresRunLock(ConnectionSettings settings, ZoneId zone) {
        this(settings, zone, new WritePermit(), () -> {});
    }

    /**
     * A lock that grants a permit to write for as long as it is held.
     *
     * @param lost what to do as soon as the lock was lost while it was held
     */
    public PostgresRunLock(ConnectionSettings settings, ZoneId zone, WritePermit permit, Runnable lost) {
        this(settings, zone, permit, lost, Pulse.USUAL);
    }

    PostgresRunLock(ConnectionSettings settings, ZoneId zone, WritePermit permit, Runnable lost, Pulse pulse) {
        this.settings = settings;
        this.zone = zone;
        this.permit = permit;
        this.lost = lost;
        this.pulse = pulse;
    }

    @Override
    public Held acquire() {
        return acquire(false);
    }

    @Override
    public Held takeOver() {
        return acquire(true);
    }

    @Override
    public boolean isOwned() {
        try (LockSession session = new LockSession(settings, pulse)) {
            return session.holder().filter(holder -> !holder.isDead()).isPresent();
        } catch (SQLException | DataAccessException e) {
            throw unanswered(e);
        }
    }

    private Held acquire(boolean takeOver) {
        try {
            LockSession session = new LockSession(settings, pulse);
            try {
                await(session, takeOver);
                return new HeldLock(session, permit, beating(session));
            } catch (RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | DataAccessException e) {
            throw unanswered(e);
        }
    }

    /** Waits only for an owner that is not alive; a living one is reported at once. */
    private void await(LockSession session, boolean takeOver) {
        long end = System.nanoTime() + pulse.patience().toNanos();
        while (!session.tryLock()) {
            session.holder().ifPresent(holder -> makeWay(session, holder, takeOver));
            if (System.nanoTime() > end) {
                throw Problem.failed("the run lock stays taken", Act.RETRY);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void makeWay(LockSession session, LockHolder holder, boolean takeOver) {
        if (!holder.isDead() && !(takeOver && holder.isStale(pulse))) {
            throw holder.busy(pulse, takeOver, zone);
        }
        session.end(holder);
    }

    private Optional<Heartbeat> beating(LockSession session) {
        Optional<Long> fence = session.raiseFence();
        fence.ifPresent(permit::grant);
        Optional<Heartbeat> heartbeat =
                fence.map(raised -> new Heartbeat(session, raised, pulse, how -> lose(raised, how)));
        heartbeat.ifPresent(heart -> permit.answerDoubts(heart::beat));
        return heartbeat;
    }

    /** Lets nothing more be written before it finds out who has the lock now. */
    private void lose(long fence, String how) {
        permit.withdraw(how);
        lost.run();
        permit.withdraw(successor(fence).orElse(how));
    }

    private Optional<String> successor(long fence) {
        try (LockSession session = new LockSession(settings, pulse.brief())) {
            return session.isCurrent(fence)
                    ? Optional.empty()
                    : Optional.of(session.holder()
                            .map(now -> "the run lock was lost: %s took it over at %s"
                                    .formatted(now.name(), now.sinceIn(zone)))
                            .orElse(WritePermit.TAKEN_OVER));
        } catch (SQLException | DataAccessException e) {
            return Optional.empty();
        }
    }

    /** A former owner that lives may be slow to let go of what it was about to write. */
    private static Problem unanswered(Exception e) {
        return DatabaseTrouble.isLockTimeout(e)
                ? new Problem(Kind.BUSY, "busy: the former owner of the run lock has not let go yet", e, Act.RETRY)
                : new Problem(
                        Kind.FAILED,
                        "the run lock cannot be asked for: %s".formatted(DatabaseTrouble.of(e)),
                        e,
                        Act.RETRY);
    }

    /** The lock, as long as this process has it. */
    private record HeldLock(LockSession session, WritePermit permit, Optional<Heartbeat> heartbeat) implements Held {

        @Override
        public void requireKept() {
            heartbeat.ifPresent(Heartbeat::beat);
            permit.requireNoLoss();
        }

        /** Unlocks by itself, for a server ends a closed session a little later. */
        @Override
        public void close() {
            heartbeat.ifPresent(Heartbeat::close);
            try (session) {
                session.unlock();
            } catch (SQLException | DataAccessException e) {
                LoggerFactory.getLogger(PostgresRunLock.class)
                        .warn("the run lock's session ended before it was released", e);
            }
            permit.giveBack();
        }
    }
}
