package nightfill.application.run;

import java.time.Duration;

class InMemoryRunLockTest extends RunLockContract {

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryTable<String> written = database.table();
    private final MutableClock clock = new MutableClock();
    private final InMemoryRunLock lock = new InMemoryRunLock(database, clock);

    @Override
    protected RunLock lock() {
        return lock;
    }

    @Override
    protected Fence fence() {
        return lock;
    }

    @Override
    protected void beOwnedElsewhere(int secondsAgo) {
        lock.beOwnedByAnother();
        clock.advance(Duration.ofSeconds(secondsAgo));
    }

    @Override
    protected void beOwnedByTheDead() {
        lock.beOwnedByTheDead();
    }

    @Override
    protected void beTakenOver() {
        lock.beOwnedByAnother();
    }

    @Override
    protected void letGo() {
        lock.beFree();
    }

    @Override
    protected void write() {
        written.insert("row");
    }

    @Override
    protected int rows() {
        return (int) written.rows().count();
    }
}
