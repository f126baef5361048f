package nightfill.application.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nightfill.application.problem.Problem;
import nightfill.application.problem.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** The lock of a database in memory as one process sees it, and the fence behind which only its owner gets. */
public final class InMemoryRunLock implements RunLock, Fence {

    private static final Duration STALE = Duration.ofMinutes(1);

    private final InMemoryDatabase database;
    private final Clock clock;
    private @Nullable Owner owner;
    private @Nullable Owner self;

    public InMemoryRunLock(InMemoryDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets another process own the lock, which gives no sign of life from now on. */
    public void beOwnedByAnother() {
        owner = new Owner(clock.instant(), false);
    }

    /** Lets another process of this host own the lock, which is dead. */
    public void beOwnedByTheDead() {
        owner = new Owner(clock.instant(), true);
    }

    /** Lets whoever owns the lock let go of it. */
    public void beFree() {
        owner = null;
    }

    @Override
    public Held acquire() {
        return acquire(Duration.ofDays(365));
    }

    @Override
    public Held takeOver() {
        return acquire(STALE);
    }

    private Held acquire(Duration stale) {
        Owner other = owner;
        if (other != null && !other.dead() && other.beatAt().plus(stale).isAfter(clock.instant())) {
            throw new Problem(Kind.BUSY, "busy: another process is at work");
        }
        Owner mine = new Owner(clock.instant(), false);
        owner = mine;
        self = mine;
        return new Lock(mine);
    }

    @Override
    public boolean isOwned() {
        return owner != null && !owner.dead();
    }

    @Override
    public void inTransaction(Runnable work) {
        requireNotLost();
        database.inOne(work);
    }

    @Override
    public void around(FileAction files) throws IOException {
        requireNotLost();
        files.act();
    }

    private void requireNotLost() {
        if (self != null && self != owner) {
            throw new Problem(Kind.FAILED, "the run lock was lost");
        }
    }

    /** Two owners are the same only if they are one object. */
    private static final class Owner {

        private final Instant beatAt;
        private final boolean dead;

        Owner(Instant beatAt, boolean dead) {
            this.beatAt = beatAt;
            this.dead = dead;
        }

        Instant beatAt() {
            return beatAt;
        }

        boolean dead() {
            return dead;
        }
    }

    private final class Lock implements Held {

        private final Owner mine;

        private Lock(Owner mine) {
            this.mine = mine;
        }

        @Override
        public void requireKept() {
            requireNotLost();
        }

        @Override
        public void close() {
            if (owner == mine) {
                owner = null;
                self = null;
            }
        }
    }
}
